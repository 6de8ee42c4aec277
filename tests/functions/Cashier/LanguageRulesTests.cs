using PayFunctions.Cashier;

namespace PayFunctions.Tests.Cashier;

/// <summary>Which language a browser is answered in.</summary>
public sealed class LanguageRulesTests
{
    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("zh", "zh-CN")]
    [InlineData("ZH-hant-TW", "zh-CN")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en;q=0.8, zh;q=0.9", "zh-CN")]
    [InlineData("en;q=0.9, zh;q=0.8", "en")]
    [InlineData("fr, zh;q=0.1", "zh-CN")]
    [InlineData("fr", "en")]
    [InlineData("zh;q=0", "en")]
    [InlineData("zh;q=0.000, en;q=0.001", "en")]
    [InlineData("*", "en")]
    [InlineData("*;q=0.1, zh;q=0.2", "zh-CN")]
    [InlineData("en, zh", "en")]
    [InlineData("zh, en", "zh-CN")]
    [InlineData("zhx", "en")]
    [InlineData("zh;q=banana", "en")]
    [InlineData(";;;,,,", "en")]
    public void The_most_wanted_language_that_we_have(string? accepted, string language)
    {
        LanguageRules.Choose(accepted).Language.ShouldBe(language);
    }
}
