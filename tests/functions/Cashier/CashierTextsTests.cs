using System.Reflection;
using System.Text.RegularExpressions;
using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Cashier;

/// <summary>Both languages say everything, and nothing is said to nobody.</summary>
public sealed partial class CashierTextsTests
{
    private static readonly PropertyInfo[] Keys =
    [
        .. typeof(CashierTexts).GetProperties()
            .Where(static p => p.PropertyType == typeof(string)),
    ];

    [Fact]
    public void Both_languages_have_every_text()
    {
        Keys.Length.ShouldBeGreaterThan(30);
        foreach (var key in Keys)
        {
            var chinese = (string?)key.GetValue(ChineseTexts.Table);
            var english = (string?)key.GetValue(EnglishTexts.Table);

            chinese.ShouldNotBeNullOrWhiteSpace(key.Name);
            english.ShouldNotBeNullOrWhiteSpace(key.Name);
            string.Equals(chinese, english, StringComparison.Ordinal).ShouldBeFalse(key.Name);
        }
    }

    [Fact]
    public void Chinese_texts_are_Chinese_and_English_ones_are_not()
    {
        foreach (var key in Keys.Where(static k => k.Name is not nameof(CashierTexts.Language)))
        {
            Han().IsMatch((string)key.GetValue(ChineseTexts.Table)!).ShouldBeTrue(key.Name);
            Han().IsMatch((string)key.GetValue(EnglishTexts.Table)!).ShouldBeFalse(key.Name);
        }
    }

    [Fact]
    public void A_product_is_named_in_the_language_of_its_payer()
    {
        var product = new ChannelProduct("new", ProductKind.Page, "新产品", "New product");

        ChineseTexts.Table.NameOf(product).ShouldBe("新产品");
        EnglishTexts.Table.NameOf(product).ShouldBe("New product");
    }

    [Fact]
    public void Every_text_is_used()
    {
        string[] folders = ["Cashier", "ShareLogin"];
        var pages = string.Concat(folders
            .SelectMany(static f => Directory.EnumerateFiles(
                RepositoryRoot.Of("functions", f)))
            .Where(static f => f.EndsWith(".razor", StringComparison.Ordinal)
                || f.EndsWith("Desk.cs", StringComparison.Ordinal)
                || f.EndsWith("LoginCall.cs", StringComparison.Ordinal)
                || f.EndsWith("Reply.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        foreach (var key in Keys)
        {
            Regex.IsMatch(
                pages, $@"[Tt]exts\.{key.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
                .ShouldBeTrue(key.Name);
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();
}
