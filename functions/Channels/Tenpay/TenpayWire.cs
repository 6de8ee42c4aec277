using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>How parameters travel: in a query, or as a form.</summary>
internal static class TenpayWire
{
    /// <summary>The path of the page.</summary>
    public const string PayPath = "/gateway/pay.htm";

    /// <summary>The path that tells whether a notification is Tenpay's.</summary>
    public const string VerifyPath = "/gateway/verifynotifyid.xml";

    /// <summary>The path that tells about trades.</summary>
    public const string QueryPath = "/gateway/normalorderquery.xml";

    /// <summary>The path that tells about refunds.</summary>
    public const string RefundQueryPath = "/gateway/normalrefundquery.xml";

    private const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>
    /// A page request for a browser: as an address in the account's charset, and as a form in
    /// UTF-8, because that is how the browser sends a form from our page. Each has its signature.
    /// </summary>
    public static PageHandover Handover(TenpayAccount account, PageRequest request, string payer)
    {
        var address = account.At(PayPath);
        return new PageHandover(
            With(address, Signed(account.Charset), account.Charset),
            address,
            Signed(TextCharset.Utf8));

        IReadOnlyList<KeyValuePair<string, string>> Signed(TextCharset charset)
            => TenpaySignature.Sign(
                account, TenpayMessages.OpenPage(account, request, payer, charset), charset);
    }

    /// <summary>
    /// A request of ours, signed: the open platform is asked by GET and the gateway by POST, as
    /// Tenpay's own clients do.
    /// </summary>
    public static WireRequest Request(
        TenpayAccount account, Uri address,
        IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var charset = account.Charset;
        var signed = TenpaySignature.Sign(account, parameters, charset);
        return account.Profile == TenpayProfile.Open
            ? WireRequest.Get(With(address, signed, charset))
            : Post(address, signed, charset);
    }

    /// <summary>A refund, signed: always posted, with the client certificate.</summary>
    public static WireRequest Refund(
        TenpayAccount account, TenpayRefundAccess access, RefundRequest request)
    {
        var signed = TenpaySignature.Sign(
            account, TenpayMessages.Refund(account, access, request), account.Charset);
        var post = Post(access.Address, signed, account.Charset);
        return new WireRequest
        {
            Address = post.Address,
            Body = post.Body,
            ContentType = post.ContentType,
            Certificate = access.Certificate,
        };
    }

    private static WireRequest Post(
        Uri address, IEnumerable<KeyValuePair<string, string>> signed, TextCharset charset)
        => WireRequest.Post(
            address,
            Encoding.ASCII.GetBytes(FormPairs.Write(signed, charset.Encoding)),
            $"{MediaType};charset={charset.Name}");

    private static Uri With(
        Uri address, IEnumerable<KeyValuePair<string, string>> signed, TextCharset charset)
        => new($"{address.AbsoluteUri}?{FormPairs.Write(signed, charset.Encoding)}");
}
