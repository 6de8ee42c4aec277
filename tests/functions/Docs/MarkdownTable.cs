using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Docs;

/// <summary>A table of a document, found by its head.</summary>
internal static class MarkdownTable
{
    /// <summary>The rows below that head; a head that is not there once is an error.</summary>
    public static IReadOnlyList<string> Read(string document, string head)
    {
        var lines = File.ReadAllLines(RepositoryRoot.Of("docs", document));
        lines.Count(IsHead).ShouldBe(1, $"{document} has this head once: {head}");
        return
        [
            .. lines.SkipWhile(line => !IsHead(line)).Skip(2)
                .TakeWhile(static line => line.StartsWith('|')),
        ];

        bool IsHead(string line) => string.Equals(line, head, StringComparison.Ordinal);
    }

    /// <summary>One row.</summary>
    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>Compares a table with what it should be, and prints that.</summary>
    public static void ShouldBe(string document, string head, IReadOnlyList<string> rows)
        => Read(document, head).ShouldBe(
            rows, $"Paste below {head} in docs/{document}:\n{string.Join('\n', rows)}\n");
}
