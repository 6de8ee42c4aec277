using System.Buffers;
using System.Net;

namespace PayFunctions.Net;

/// <summary>
/// The rules for a URL a merchant gives: when an order is created, and again before each post.
/// They read the text itself, because the platform's parser repairs what should be refused
/// (<c>http://2130706433</c>, full-width digits); at the end both readings must agree.
/// </summary>
internal static class UrlRules
{
    /// <summary>Characters a URL may have.</summary>
    public const int LengthMax = 256;

    // RFC 3986: unreserved, reserved and the percent sign; '#' is refused by its own name.
    private static readonly SearchValues<char> UrlCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>
    /// Checks a URL without asking DNS: what a name resolves to is checked when it is called.
    /// </summary>
    /// <param name="text">The URL exactly as the merchant wrote it.</param>
    /// <param name="schemes">Whether http is allowed beside https.</param>
    /// <param name="allowed">Networks that are open although they are not public.</param>
    public static UrlCheck Check(string? text, UrlSchemes schemes, NetworkList allowed)
    {
        if (CheckCharacters(text) is { } refused)
        {
            return new(refused);
        }

        if (UrlParts.TrySplit(text!, schemes, out var parts) is { } malformed)
        {
            return new(malformed);
        }

        var host = HostRules.Check(parts, allowed);
        if (host.Verdict != UrlVerdict.Accepted)
        {
            return host;
        }

        if (PortRules.Check(parts.Port, out var port) is { } closed)
        {
            return new(closed);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && Agrees(url, parts, port)
            ? new(UrlVerdict.Accepted, url)
            : new(UrlVerdict.Ambiguous);
    }

    private static UrlVerdict? CheckCharacters(string? text) => text switch
    {
        null or "" => UrlVerdict.Missing,
        { Length: > LengthMax } => UrlVerdict.TooLong,
        _ when text.Any(char.IsControl) => UrlVerdict.ControlCharacter,
        _ when !System.Text.Ascii.IsValid(text) => UrlVerdict.NotAscii,
        _ when text.AsSpan().ContainsAnyExcept(UrlCharacters) => UrlVerdict.CharacterRefused,
        _ when !IsPercentEncoded(text) => UrlVerdict.PercentMalformed,
        _ when text.Contains('#', StringComparison.Ordinal) => UrlVerdict.HasFragment,
        _ => null,
    };

    private static bool IsPercentEncoded(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal);
            i >= 0;
            i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length
                || !char.IsAsciiHexDigit(text[i + 1])
                || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Agrees(Uri url, UrlParts parts, int? port)
        => url.UserInfo.Length == 0
            && url.Fragment.Length == 0
            && string.Equals(url.Scheme, parts.Scheme, StringComparison.Ordinal)
            && (port is null ? url.IsDefaultPort : url.Port == port)
            && (IPAddress.TryParse(parts.Host, out var address)
                ? IPAddress.TryParse(url.IdnHost, out var read) && read.Equals(address)
                : string.Equals(url.IdnHost, parts.Host, StringComparison.OrdinalIgnoreCase));
}
