namespace PayFunctions.Channels.Wire;

/// <summary>An address of a channel, as an operator may register it.</summary>
internal static class ChannelAddress
{
    /// <summary>
    /// Whether it is an absolute https address (http only for loopback) without query, fragment and
    /// user name.
    /// </summary>
    public static bool IsUsable(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (IsScheme(uri, Uri.UriSchemeHttps)
                || (IsScheme(uri, Uri.UriSchemeHttp) && uri.IsLoopback))
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            && uri.UserInfo.Length == 0;

    private static bool IsScheme(Uri uri, string scheme)
        => string.Equals(uri.Scheme, scheme, StringComparison.Ordinal);
}
