namespace PayFunctions.Net;

/// <summary>A URL's text taken apart by the letters of RFC 3986, with nothing repaired.</summary>
/// <param name="Scheme"><c>https</c> or <c>http</c>, in lower case.</param>
/// <param name="Host">The host as written, without the brackets of a literal.</param>
/// <param name="IsBracketed">Whether the host stood in brackets.</param>
/// <param name="Port">What stands after the host's colon; null without a colon.</param>
internal readonly record struct UrlParts(
    string Scheme, string Host, bool IsBracketed, string? Port)
{
    /// <summary>Null when it could be taken apart, else why not.</summary>
    public static UrlVerdict? TrySplit(string text, UrlSchemes schemes, out UrlParts parts)
    {
        parts = default;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var path = text.AsSpan().IndexOfAny('/', '?');
        if (colon <= 0 || (path >= 0 && path < colon))
        {
            return UrlVerdict.NotAbsolute;
        }

        var scheme = text[..colon].ToLowerInvariant();
        if (CheckScheme(scheme, schemes) is { } refused)
        {
            return refused;
        }

        if (!text.AsSpan(colon + 1).StartsWith("//"))
        {
            return UrlVerdict.NotAbsolute;
        }

        var authority = text[(colon + 3)..];
        var end = authority.AsSpan().IndexOfAny('/', '?');
        authority = end < 0 ? authority : authority[..end];
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            return UrlVerdict.HasUserInfo;
        }

        return TrySplitAuthority(scheme, authority, out parts);
    }

    private static UrlVerdict? CheckScheme(string scheme, UrlSchemes schemes) => scheme switch
    {
        "https" => null,
        "http" when schemes == UrlSchemes.HttpToo => null,
        "http" => UrlVerdict.HttpNotAllowed,
        _ => UrlVerdict.SchemeRefused,
    };

    private static UrlVerdict? TrySplitAuthority(
        string scheme, string authority, out UrlParts parts)
    {
        var bracketed = authority.StartsWith('[');
        var hostEnd = bracketed
            ? authority.IndexOf(']', StringComparison.Ordinal)
            : authority.IndexOf(':', StringComparison.Ordinal);
        if (bracketed && hostEnd < 0)
        {
            parts = default;
            return UrlVerdict.HostMalformed;
        }

        var host = (bracketed, hostEnd) switch
        {
            (true, _) => authority[1..hostEnd],
            (_, < 0) => authority,
            _ => authority[..hostEnd],
        };
        var rest = bracketed ? authority[(hostEnd + 1)..] : authority[host.Length..];
        parts = new(scheme, host, bracketed, rest.Length == 0 ? null : rest[1..]);
        return rest.Length > 0 && rest[0] != ':' ? UrlVerdict.HostMalformed : null;
    }
}
