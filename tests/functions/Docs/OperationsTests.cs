using System.Text.RegularExpressions;
using PayFunctions.Tests.House;

namespace PayFunctions.Tests.Docs;

public sealed partial class OperationsTests
{
    [Fact]
    public void Every_alarm_is_explained_and_no_other()
    {
        var rung = SourceFile.All
            .Where(static file => file.Path.StartsWith("functions/", StringComparison.Ordinal))
            .SelectMany(static file => file.Lines)
            .SelectMany(static line => Alarm().Matches(line))
            .Select(static match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

        MarkdownTable.Read("operations.md", "| alarm | says | what to do |")
            .Select(static row => row.Split('`')[1])
            .ShouldBe(rung);
    }

    [GeneratedRegex("ALARM (?<name>[a-z_]+):", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Alarm();
}
