using System.Diagnostics.CodeAnalysis;

namespace PayFunctions.Keys;

/// <summary>
/// Names a secret in the vault: <c>name</c>, or <c>name/version</c> to pin one version. Never the
/// secret itself.
/// </summary>
internal sealed record SecretReference(string Name, string? Version)
{
    private const int NameLengthMax = 127;
    private const int VersionLength = 32;

    /// <summary>Reads a reference.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out SecretReference? reference)
    {
        reference = null;
        var parts = (text ?? "").Split('/');
        if (parts.Length > 2 || !IsName(parts[0]) || (parts.Length == 2 && !IsVersion(parts[1])))
        {
            return false;
        }

        reference = new SecretReference(parts[0], parts.Length == 2 ? parts[1] : null);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Name : $"{Name}/{Version}";

    private static bool IsName(string text)
        => text.Length is > 0 and <= NameLengthMax
            && text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool IsVersion(string text)
        => text.Length == VersionLength && text.All(char.IsAsciiHexDigitLower);
}
