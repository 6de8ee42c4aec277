using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// What we say to Tenpay: the parameters of a request, in the order of their names, not signed yet.
/// </summary>
internal static class TenpayMessages
{
    /// <summary>The one product.</summary>
    public const string PageProduct = "tenpay_page";

    private const string Yuan = "1";
    private const string RefundVersion = "1.1";

    /// <summary>Opens a page for an attempt.</summary>
    /// <param name="account">The account.</param>
    /// <param name="request">The attempt.</param>
    /// <param name="payer">The payer's IPv4 address.</param>
    /// <param name="charset">The charset of this message.</param>
    public static List<KeyValuePair<string, string>> OpenPage(
        TenpayAccount account, PageRequest request, string payer, TextCharset charset)
        => Build(
            account,
            charset,
            new("bank_type", account.BankType),
            new("body", TenpayText.Body(
                request.Order.Terms.Subject, charset, account.CountsBytes)),
            new("fee_type", Yuan),
            new("notify_url", request.NotifyUrl.AbsoluteUri),
            new("out_trade_no", request.Number.ToString()),
            new("return_url", request.ReturnUrl.AbsoluteUri),
            new("spbill_create_ip", payer),
            new("time_expire", BeijingClock.Write(
                request.Order.ExpiresAt, BeijingClock.Digits)),
            new("total_fee", FenText.Write(request.Order.Terms.Total)));

    /// <summary>Asks whether a notification is Tenpay's, and for what it says.</summary>
    public static List<KeyValuePair<string, string>> Verify(
        TenpayAccount account, string notifyId)
        => Build(account, account.Charset, new KeyValuePair<string, string>("notify_id", notifyId));

    /// <summary>Asks about a trade.</summary>
    public static List<KeyValuePair<string, string>> Query(
        TenpayAccount account, ChannelOrderNo number)
        => Build(
            account, account.Charset,
            new KeyValuePair<string, string>("out_trade_no", number.ToString()));

    /// <summary>Refunds.</summary>
    public static List<KeyValuePair<string, string>> Refund(
        TenpayAccount account, TenpayRefundAccess access, RefundRequest request)
        => Build(
            account,
            account.Charset,
            new("notify_url", access.IsNotified ? request.NotifyUrl.AbsoluteUri : ""),
            new("op_user_id", access.OperatorId),
            new("op_user_passwd", access.OperatorPassword),
            new("out_refund_no", request.Number.ToString()),
            new("out_trade_no", request.Trade.Number.ToString()),
            new("refund_fee", FenText.Write(request.Total)),
            new("service_version", RefundVersion),
            new("total_fee", FenText.Write(request.Paid)),
            new("transaction_id", request.ChannelTradeNo));

    /// <summary>Asks about a refund.</summary>
    public static List<KeyValuePair<string, string>> QueryRefund(
        TenpayAccount account, ChannelRefundNo number)
        => Build(
            account,
            account.Charset,
            new("out_refund_no", number.ToString()),
            new("service_version", RefundVersion));

    private static List<KeyValuePair<string, string>> Build(
        TenpayAccount account, TextCharset charset,
        params ReadOnlySpan<KeyValuePair<string, string>> own)
    {
        List<KeyValuePair<string, string>> all =
        [
            new(account.IdentityName, account.Identity),
            new(TenpayCharset.Parameter, charset.Name),
            new("sign_key_index", account.SignKeyIndex ?? ""),
            new("sign_type", TenpaySignature.SignType),
            .. own,
        ];
        all.RemoveAll(static p => p.Value.Length == 0);
        all.Sort(static (x, y) => string.CompareOrdinal(x.Key, y.Key));
        return all;
    }
}
