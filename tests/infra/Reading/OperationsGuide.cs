using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Infra.Reading;

/// <summary>The tables of docs/operations.md.</summary>
internal static class OperationsGuide
{
    /// <summary>The first table below a heading: rows of cells, without code marks.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Table(string heading)
        => [.. File.ReadAllLines(RepositoryRoot.Of("docs", "operations.md"))
            .SkipWhile(line => line.TrimStart('#', ' ') != heading || !line.StartsWith('#'))
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith('#'))
            .SkipWhile(static line => !line.StartsWith('|'))
            .TakeWhile(static line => line.StartsWith('|'))
            .Skip(2)
            .Select(static line => (IReadOnlyList<string>)
                [.. line.Trim('|').Split('|').Select(static cell => cell.Trim(' ', '`'))])];

    /// <summary>The first cell of each row.</summary>
    public static IEnumerable<string> Names(string heading)
        => Table(heading).Select(static row => row[0]);
}
