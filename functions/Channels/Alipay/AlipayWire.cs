using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// Where a request's parameters travel: the common ones in the query, for the gateway decodes the
/// body by the charset it finds there; the business content in the body.
/// </summary>
internal static class AlipayWire
{
    private const string Charset = "charset";

    /// <summary>The gateway with the common parameters.</summary>
    public static Uri Query(
        AlipayAccount account, IEnumerable<KeyValuePair<string, string>> signed)
        => With(account, signed.Where(static p => !IsBusiness(p)));

    /// <summary>The body with the business content.</summary>
    public static byte[] Body(
        AlipayAccount account, IEnumerable<KeyValuePair<string, string>> signed)
        => Encoding.ASCII.GetBytes(
            FormPairs.Write(signed.Where(IsBusiness), account.Charset.Encoding));

    /// <summary>The same request for a browser: as an address, and as a form.</summary>
    public static PageHandover Handover(
        AlipayAccount account, IReadOnlyList<KeyValuePair<string, string>> signed)
        => new(
            With(account, signed),
            With(account, signed.Where(IsCharset)),
            [.. signed.Where(static p => !IsCharset(p))]);

    private static Uri With(
        AlipayAccount account, IEnumerable<KeyValuePair<string, string>> parameters)
        => new(account.Gateway.AbsoluteUri + "?"
            + FormPairs.Write(parameters, account.Charset.Encoding));

    private static bool IsBusiness(KeyValuePair<string, string> parameter)
        => string.Equals(parameter.Key, AlipayMessages.BizContent, StringComparison.Ordinal);

    private static bool IsCharset(KeyValuePair<string, string> parameter)
        => string.Equals(parameter.Key, Charset, StringComparison.Ordinal);
}
