using System.Text.RegularExpressions;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Infra.Reading;

/// <summary>What one type of resource can be given, by the provider's schema.</summary>
/// <param name="Type">Type and version, as a template writes them.</param>
/// <param name="Properties">What the resource takes at its top.</param>
internal sealed partial record ResourceListing(
    string Type, IReadOnlyList<ListedProperty> Properties)
{
    /// <summary>Reads the listings that lie beside the tests.</summary>
    public static IReadOnlyDictionary<string, ResourceListing> ReadAll()
        => Directory.EnumerateFiles(RepositoryRoot.Of("tests", "infra", "reference"), "*.txt")
            .Select(static path => Parse(File.ReadAllLines(path)))
            .ToDictionary(static listing => listing.Type, StringComparer.Ordinal);

    /// <summary>Reads a listing: two more spaces mean one level deeper.</summary>
    /// <exception cref="FormatException">A line says something that is not understood.</exception>
    public static ResourceListing Parse(IReadOnlyList<string> lines)
    {
        var next = 1;
        var properties = Level(lines, ref next, depth: 1);
        return next == lines.Count
            ? new ResourceListing(lines[0], properties)
            : throw new FormatException($"{lines[0]}: cannot read '{lines[next]}'.");
    }

    private static List<ListedProperty> Level(
        IReadOnlyList<string> lines, ref int next, int depth)
    {
        List<ListedProperty> properties = [];
        while (next < lines.Count && Line().Match(lines[next]) is { Success: true } line
            && line.Groups["indent"].Length == 2 * depth)
        {
            next++;
            properties.Add(new ListedProperty(
                line.Groups["name"].Value,
                line.Groups["optional"].Length > 0,
                line.Groups["type"].Value,
                Level(lines, ref next, depth + 1)));
        }

        return properties;
    }

    // The type may be followed by limits in parentheses, which no test here reads.
    [GeneratedRegex(
        @"^(?<indent> *)(?<name>\*|[A-Za-z_.0-9]+)(?<optional>\??): (?<type>[^(]+?)( \(.*\))*$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}
