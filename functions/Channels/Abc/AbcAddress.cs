using System.Collections.Immutable;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// The bank's addresses. Both forms of the path are in use at merchants, and the bank's test
/// system is reached by several names: so each part is a setting.
/// </summary>
internal static class AbcAddress
{
    /// <summary>The setting with the form of the path: <c>ebus</c> or <c>trustpay</c>.</summary>
    public const string PathSetting = "path";

    /// <summary>The setting with a whole address, in place of the usual one.</summary>
    public const string GatewaySetting = "gateway_uri";

    /// <summary>The setting with the hosts of the bank's pages.</summary>
    public const string PageHostsSetting = "page_hosts";

    /// <summary>The bank's own domain: its pages are at <c>pay.abchina.com</c>.</summary>
    public const string UsualPageHosts = "abchina.com";

    /// <summary>The longest address of a page; longer ones would travel as a form.</summary>
    public const int PageUrlMax = 1_000;

    private const string Current = "ebus";
    private const string Older = "trustpay";
    private const string Production = "https://pay.abchina.com";
    private const string Test = "https://pay.test.abchina.com";
    private const int HostsMax = 8;

    /// <summary>The forms of the path; the first is what current SDKs are configured with.
    /// </summary>
    public static readonly string[] Paths = [Current, Older];

    /// <summary>Where requests go, from sound settings.</summary>
    /// <param name="whole">The address that was set, or nothing.</param>
    /// <param name="path">The form of the path.</param>
    /// <param name="isProduction">Whether money is real.</param>
    public static Uri GatewayOf(string whole, string path, bool isProduction)
        => new(whole.Length > 0 ? whole
            : (isProduction ? Production : Test)
                + (string.Equals(path, Older, StringComparison.Ordinal)
                    ? "/ebus/trustpay/ReceiveMerchantTrxReqServlet"
                    : "/ebus/ReceiveMerchantTrxReqServlet"));

    /// <summary>Whether requests may go there; nothing means the usual address.</summary>
    public static bool IsGatewayOrUsual(string text)
        => text.Length == 0
            || (Uri.TryCreate(text, UriKind.Absolute, out var uri)
                && IsSafe(uri) && uri.Query.Length == 0 && uri.Fragment.Length == 0);

    /// <summary>Whether a list of host names can be used.</summary>
    public static bool AreHosts(string text)
        => HostsOf(text) is { Length: > 0 and <= HostsMax } hosts
            && hosts.All(static h => Uri.CheckHostName(h) is UriHostNameType.Dns
                or UriHostNameType.IPv4);

    /// <summary>The host names of a list, in lower case.</summary>
    public static ImmutableArray<string> HostsOf(string text)
        => [.. text.Split(',', StringSplitOptions.TrimEntries)
            .Select(static h => h.ToLowerInvariant())];

    /// <summary>
    /// The page of an answer, where a payer may be sent: https (http only for loopback), at one of
    /// the hosts or below it. Null for any other, whoever signed it.
    /// </summary>
    public static Uri? PageOf(string? text, AbcAccount account)
        => text is { Length: <= PageUrlMax }
            && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && IsSafe(uri)
            && account.PageHosts.Any(h => IsAt(uri.IdnHost, h))
                ? uri
                : null;

    private static bool IsAt(string host, string domain)
        => string.Equals(host, domain, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);

    private static bool IsSafe(Uri uri)
        => uri.UserInfo.Length == 0
            && (IsScheme(uri, Uri.UriSchemeHttps)
                || (IsScheme(uri, Uri.UriSchemeHttp) && uri.IsLoopback));

    private static bool IsScheme(Uri uri, string scheme)
        => string.Equals(uri.Scheme, scheme, StringComparison.Ordinal);
}
