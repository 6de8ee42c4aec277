using System.Globalization;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What we say to the bank: the text of a message, not signed yet. Members and their order are
/// those of the bank's own SDK, except that its refund is no valid JSON and ours is.
/// </summary>
internal static class AbcMessages
{
    /// <summary>The product for a desk.</summary>
    public const string PageProduct = "abc_page";

    /// <summary>The product for a phone.</summary>
    public const string WapProduct = "abc_wap";

    /// <summary>The product that holds an amount, for a desk.</summary>
    public const string HoldPageProduct = "abc_hold_page";

    /// <summary>The product that holds an amount, for a phone.</summary>
    public const string HoldWapProduct = "abc_hold_wap";

    /// <summary>PayTypeID of a hold.</summary>
    public const string Hold = "PreAuthPay";

    /// <summary>PayTypeID of what is taken under an agreement.</summary>
    public const string Debit = "AgentPay";

    /// <summary>PayTypeID of every payment here.</summary>
    public const string Payment = "ImmediatePay";

    /// <summary>PayTypeID of a question about a refund.</summary>
    public const string RefundQuestion = "Refund";

    /// <summary>The longest address that the bank takes for notifications.</summary>
    public const int NotifyUrlMax = 200;

    /// <summary>The most words, in bytes of the bank's charset: the documents say 100 and not of
    /// what.</summary>
    internal const int WordsMax = 100;

    /// <summary>The code of the only currency.</summary>
    internal const string Yuan = "156";

    private const string UnionPay = "6";

    /// <summary>Opens a page for an attempt.</summary>
    public static string OpenPage(AbcAccount account, PageRequest request)
        => Message(account, json => WritePage(json, account, request));

    /// <summary>Asks about a trade.</summary>
    public static string Query(AbcAccount account, ChannelOrderNo number)
        => Query(account, Payment, number.ToString());

    /// <summary>Asks about a hold.</summary>
    public static string QueryHold(AbcAccount account, ChannelOrderNo number)
        => Query(account, Hold, number.ToString());

    /// <summary>Asks about a debit.</summary>
    public static string QueryDebit(AbcAccount account, ChannelOrderNo number)
        => Query(account, Debit, number.ToString());

    /// <summary>Takes an amount that is held.</summary>
    public static string Capture(AbcAccount account, CaptureRequest request)
        => EndHold(
            account, "Confirm", request.Attempt.OpenedAt, request.Number.ToString(),
            request.Hold.HoldNumber(), request.Order.Terms.Total);

    /// <summary>Lets an amount go that is held.</summary>
    public static string Release(AbcAccount account, RefundRequest request)
        => EndHold(
            account, "Cancel", request.RequestedAt, request.Number.ToString(),
            request.Trade.Number, request.Total);

    /// <summary>Asks about a refund.</summary>
    public static string QueryRefund(AbcAccount account, ChannelRefundNo number)
        => Query(account, RefundQuestion, number.ToString());

    /// <summary>Asks for a day's statement, packed.</summary>
    public static string Settle(AbcAccount account, DateOnly day)
        => Message(account, json => json
            .Text("TrxType", "Settle")
            .Text("SettleDate", day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture))
            .Text("ZIP", "1"));

    /// <summary>Refunds.</summary>
    public static string Refund(AbcAccount account, RefundRequest request)
        => Message(account, json => json
            .Text("TrxType", "Refund")
            .Text("OrderDate", BeijingClock.Write(request.RequestedAt, BeijingClock.SlashedDay))
            .Text("OrderTime", BeijingClock.Write(request.RequestedAt, BeijingClock.TimeOfDay))
            .Text("MerRefundAccountNo", account.Terms.RefundAccountNo)
            .Text("MerRefundAccountName", account.Terms.RefundAccountName)
            .Text("OrderNo", OriginalOf(account, request))
            .Text("NewOrderNo", request.Number.ToString())
            .Text("CurrencyCode", Yuan)
            .Text("TrxAmount", YuanText.Write(request.Total))
            .Text("RefundType", account.Terms.RefundType)
            .Text("MerchantRemarks", AbcText.Clean(request.Reason ?? "", WordsMax)));

    /// <summary>
    /// Where the bank notifies us. Its documents say that its server calls http only, its SDK
    /// takes https too: so the scheme is a setting.
    /// </summary>
    public static string NotifyUrl(AbcAccount account, Uri address)
    {
        if (!account.Terms.NotifiesByHttp
            || string.Equals(address.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal))
        {
            return address.AbsoluteUri;
        }

        return new UriBuilder(address)
        {
            Scheme = Uri.UriSchemeHttp,
            Port = address.IsDefaultPort ? -1 : address.Port,
        }.Uri.AbsoluteUri;
    }

    private static void WritePage(AbcJson json, AbcAccount account, PageRequest request)
    {
        var wap = request.Attempt.Product switch
        {
            PageProduct or HoldPageProduct => false,
            WapProduct or HoldWapProduct => true,
            _ => throw new ArgumentException("Not a product of ABC.", nameof(request)),
        };
        var terms = account.Terms;
        json.Text("TrxType", "PayReq")
            .Text("PaymentType", terms.PaymentType)
            .Text("PaymentLinkType", wap ? "2" : "1");
        if (wap && string.Equals(terms.PaymentType, UnionPay, StringComparison.Ordinal))
        {
            json.Text("UnionPayLinkType", terms.UnionPayLinkType);
        }

        json.Text("ReceiveAccount", terms.ReceiveAccount)
            .Text("ReceiveAccName", terms.ReceiveAccName)
            .Text("NotifyType", terms.NotifyType)
            .Text("ResultNotifyURL", NotifyUrl(account, request.NotifyUrl))
            .Text("MerchantRemarks", AbcText.Clean(request.Order.Terms.Body ?? "", WordsMax))
            .Text("IsBreakAccount", "0")
            .Text("SplitAccTemplate", "")
            .Object("Order", order => WriteOrder(order, terms, request));
    }

    private static void WriteOrder(AbcJson json, AbcTerms terms, PageRequest request)
    {
        var openedAt = request.Attempt.OpenedAt;
        var number = request.Number.ToString();
        json.Text("PayTypeID", request.Order.Terms.Hold is null ? Payment : Hold)
            .Text("OrderDate", BeijingClock.Write(openedAt, BeijingClock.SlashedDay))
            .Text("OrderTime", BeijingClock.Write(openedAt, BeijingClock.TimeOfDay))
            .Text(
                "orderTimeoutDate",
                BeijingClock.Write(request.Order.ExpiresAt, BeijingClock.Digits))
            .Text("OrderNo", number)
            .Text("CurrencyCode", Yuan)
            .Text("OrderAmount", YuanText.Write(request.Order.Terms.Total))
            .Text("InstallmentMark", "0")
            .Text("CommodityType", terms.CommodityType)
            .ListOfOne("OrderItems", item => item.Text(
                "ProductName",
                AbcText.Clean(request.Order.Terms.Subject, WordsMax) is { Length: > 0 } subject
                    ? subject
                    : number));
    }

    /// <summary>The number that a refund names as its payment's.</summary>
    internal static string OriginalOf(AbcAccount account, RefundRequest request)
        => request.Trade.Capture is { } capture && account.Terms.RefundsByHold
            ? capture.HoldNumber().ToString()
            : request.Trade.Number.ToString();

    /// <summary>The members and their order are those of the bank's own SDK.</summary>
    private static string EndHold(
        AbcAccount account, string how, DateTimeOffset at, string number, ChannelOrderNo hold,
        Money total)
        => Message(account, json => json
            .Text("TrxType", "PreAuthCancelConfirm")
            .Object("Order", order => order
                .Text("OperateType", how)
                .Text("OrderDate", BeijingClock.Write(at, BeijingClock.SlashedDay))
                .Text("OrderTime", BeijingClock.Write(at, BeijingClock.TimeOfDay))
                .Text("OrderNo", number)
                .Text("OriginalOrderNo", hold.ToString())
                .Text("CurrencyCode", Yuan)
                .Text("OrderAmount", YuanText.Write(total))
                .Text("Fee", "")
                .Text("MerchantRemarks", "")));

    private static string Query(AbcAccount account, string payType, string number)
        => Message(account, json => json
            .Text("TrxType", "Query")
            .Text("PayTypeID", payType)
            .Text("OrderNo", number)
            .Text("QueryDetail", "true"));

    /// <summary>A message with the head that every one has.</summary>
    internal static string Message(AbcAccount account, Action<AbcJson> request)
        => new AbcJson()
            .Text("Version", "V3.0.0")
            .Text("Format", "JSON")
            .Object("Merchant", merchant => merchant
                .Text("ECMerchantType", "EBUS")
                .Text("MerchantID", account.MerchantId))
            .Object("TrxRequest", request)
            .ToString();
}
