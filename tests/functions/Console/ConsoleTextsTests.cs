using PayFunctions.Console;

namespace PayFunctions.Tests.Console;

public sealed class ConsoleTextsTests
{
    [Fact]
    public void Every_language_has_every_text()
    {
        foreach (var property in typeof(ConsoleTexts).GetProperties())
        {
            var english = (string)property.GetValue(ConsoleTexts.Of("en"))!;
            var chinese = (string)property.GetValue(ConsoleTexts.Of("zh-CN"))!;

            english.ShouldNotBeNullOrWhiteSpace(property.Name);
            chinese.ShouldNotBeNullOrWhiteSpace(property.Name);
            chinese.ShouldNotBe(english, property.Name);
            english.ShouldAllBe(static c => c < 128, property.Name);
        }
    }
}
