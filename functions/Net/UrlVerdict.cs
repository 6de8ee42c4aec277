using System.Diagnostics;

namespace PayFunctions.Net;

/// <summary>What the check of a merchant's URL found; the first failing check is the answer.
/// </summary>
internal enum UrlVerdict
{
    Missing,
    TooLong,
    ControlCharacter,
    NotAscii,
    CharacterRefused,
    PercentMalformed,
    HasFragment,
    NotAbsolute,
    SchemeRefused,
    HttpNotAllowed,
    HasUserInfo,
    HostMissing,
    HostPercentEncoded,
    HostZone,
    HostMalformed,
    HostTrailingDot,
    HostNumeric,
    HostLocal,
    HostWithoutDot,
    AddressRefused,
    PortMalformed,
    PortRefused,
    Ambiguous,
    Accepted,
}

internal static class UrlVerdicts
{
    /// <summary>One sentence for the merchant's developer: what is wrong and what to do.</summary>
    public static string Sentence(this UrlVerdict verdict) => verdict switch
    {
        UrlVerdict.Missing => "The URL is empty; give an absolute https URL.",
        UrlVerdict.TooLong => "The URL is longer than 256 characters; shorten it.",
        UrlVerdict.ControlCharacter => "The URL contains a control character; remove it.",
        UrlVerdict.NotAscii =>
            "The URL contains a character outside ASCII; write the host in its xn-- form and "
            + "percent-encode the rest.",
        UrlVerdict.CharacterRefused =>
            "The URL contains a character that a URL cannot hold; percent-encode it.",
        UrlVerdict.PercentMalformed =>
            "The URL contains a percent sign without two hexadecimal digits; write %25.",
        UrlVerdict.HasFragment => "The URL has a fragment; remove the part from '#' on.",
        UrlVerdict.NotAbsolute =>
            "The URL is not absolute; start it with https:// and a host.",
        UrlVerdict.SchemeRefused => "The URL's scheme is not https; use https.",
        UrlVerdict.HttpNotAllowed =>
            "The URL's scheme is http, which this application does not allow; use https.",
        UrlVerdict.HasUserInfo =>
            "The URL carries a user name or password; remove the part before '@'.",
        UrlVerdict.HostMissing => "The URL has no host; name the host after https://.",
        UrlVerdict.HostPercentEncoded =>
            "The URL's host is percent-encoded; write it in plain letters.",
        UrlVerdict.HostZone => "The URL's IPv6 host has a zone; remove it.",
        UrlVerdict.HostMalformed =>
            "The URL's host is not a host name; use letters, digits, hyphens and dots.",
        UrlVerdict.HostTrailingDot => "The URL's host ends with a dot; remove the dot.",
        UrlVerdict.HostNumeric =>
            "The URL's host is a number that is no IPv4 address in four decimal parts; "
            + "use the host's name.",
        UrlVerdict.HostLocal =>
            "The URL's host means the machine itself; use a name the Internet can reach.",
        UrlVerdict.HostWithoutDot =>
            "The URL's host has no dot; use its full name.",
        UrlVerdict.AddressRefused =>
            "The URL's host is an address that is not public; use one the Internet can reach.",
        UrlVerdict.PortMalformed =>
            "The URL's port is not a plain decimal number; correct or remove it.",
        UrlVerdict.PortRefused =>
            "The URL's port is out of range or belongs to another kind of service; use another.",
        UrlVerdict.Ambiguous =>
            "The URL can be read in two ways; write it in its plainest form.",
        UrlVerdict.Accepted => "The URL can be called.",
        _ => throw new UnreachableException(),
    };
}
