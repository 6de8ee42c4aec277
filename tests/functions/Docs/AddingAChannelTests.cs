using System.Text.RegularExpressions;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Docs;

public sealed partial class AddingAChannelTests
{
    [Fact]
    public void Every_piece_of_code_on_the_page_is_a_piece_of_the_example()
    {
        var page = File.ReadAllText(RepositoryRoot.Of("docs", "adding-a-channel.md"));
        var example = string.Join('\n', Directory
            .EnumerateFiles(RepositoryRoot.Of("tests", "conformance", "Example"), "*.cs")
            .Select(static f => WithoutIndent(File.ReadAllText(f))));

        var pieces = Code().Matches(page).Select(static m => m.Groups["code"].Value).ToList();

        pieces.Count.ShouldBe(3);
        foreach (var piece in pieces)
        {
            example.ShouldContain(WithoutIndent(piece));
        }
    }

    [Fact]
    public void Every_file_kind_on_the_page_is_in_the_model_channel()
    {
        var page = File.ReadAllText(RepositoryRoot.Of("docs", "adding-a-channel.md"));

        var named = Names().Matches(page).Select(static m => m.Groups["name"].Value).Distinct();

        foreach (var name in named)
        {
            File.Exists(RepositoryRoot.Of("functions", "Channels", "Alipay", $"Alipay{name}.cs"))
                .ShouldBeTrue(name);
        }
    }

    private static string WithoutIndent(string text)
        => string.Join('\n', text.Split('\n').Select(static l => l.Trim()));

    [GeneratedRegex(
        "```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(
        "`X(?<name>[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Names();
}
