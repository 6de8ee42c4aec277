using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Looks for secrets, and for signatures whoever made them.</summary>
internal sealed partial class SecretSearch(IEnumerable<string> secrets)
{
    private readonly string[] secrets = [.. secrets];

    /// <summary>The lines that tell one.</summary>
    public IReadOnlyList<string> TellingLines(IEnumerable<string> lines)
        => [.. lines.Where(line => Signature().IsMatch(line) || Array.Exists(
            secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))];

    [GeneratedRegex(
        "\\bsign(ature)?(=|%3D|\"?: ?)\"?[A-Za-z0-9+/%_-]{8,}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Signature();
}
