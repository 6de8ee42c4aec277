using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What we say to the bank about agreements, which it calls agent payments: the text of a message,
/// not signed yet. Members and their order are those of the bank's own SDK.
/// </summary>
internal static class AbcAgreementMessages
{
    /// <summary>The product for a desk.</summary>
    public const string PageProduct = "abc_agreement";

    /// <summary>The product for a phone.</summary>
    public const string WapProduct = "abc_agreement_wap";

    /// <summary>The product of what is taken under an agreement.</summary>
    public const string DebitProduct = "abc_debit";

    private const string OwnNumber = "U";
    private const int CustomerMax = 60;

    /// <summary>Opens the page where the payer signs.</summary>
    public static string Sign(AbcAccount account, PageRequest request)
    {
        var agreement = request.Order.Terms.Agreement
            ?? throw new ArgumentException("Not an agreement.", nameof(request));
        return AbcMessages.Message(account, json => json
            .Text("TrxType", "AgentSign")
            .Text("CertificateNo", agreement.Certificate?.Number ?? "")
            .Text("CertificateType", agreement.Certificate?.Kind ?? "")
            .Text("NotifyType", account.Terms.NotifyType)
            .Text("ResultNotifyURL", AbcMessages.NotifyUrl(account, request.NotifyUrl))
            .Text("OrderNo", request.Number.ToString())
            .Text("PaymentLinkType", request.Attempt.Product is WapProduct ? "2" : "1")
            .Text("MerCustomNo", AbcText.Clean(
                request.Order.Terms.PayerId ?? "", CustomerMax))
            .Text("CardType", account.Terms.AgreementCardType)
            .Text(
                "RequestDate",
                BeijingClock.Write(request.Attempt.OpenedAt, BeijingClock.SlashedDay))
            .Text(
                "RequestTime",
                BeijingClock.Write(request.Attempt.OpenedAt, BeijingClock.TimeOfDay))

            // So it is spelt.
            .Text(
                "InvaidDate",
                BeijingClock.Write(request.Order.ValidUntil!.Value, BeijingClock.SlashedDay))
            .Text("IsSign", "Sign"));
    }

    /// <summary>Asks about an agreement.</summary>
    public static string Query(AbcAccount account, ChannelOrderNo number)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "QueryAgentSign")
            .Text("OrderNo", number.ToString()));

    /// <summary>Ends an agreement.</summary>
    public static string Unsign(AbcAccount account, UnsignRequest request)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "AgentUnSign")
            .Text("OrderNo", UnsignNumber(account, request.Number))
            .Text("AgentSignNo", request.ChannelAgreementNo)
            .Text(
                "RequestDate",
                BeijingClock.Write(request.RequestedAt, BeijingClock.SlashedDay))
            .Text(
                "RequestTime",
                BeijingClock.Write(request.RequestedAt, BeijingClock.TimeOfDay)));

    /// <summary>Takes money under an agreement. Nobody is there to choose a way: it is said to be
    /// by internet.</summary>
    public static string Debit(AbcAccount account, DebitRequest request)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "AgentPay")
            .Text(
                "OrderDate",
                BeijingClock.Write(request.Attempt.OpenedAt, BeijingClock.SlashedDay))
            .Text(
                "OrderTime",
                BeijingClock.Write(request.Attempt.OpenedAt, BeijingClock.TimeOfDay))
            .Text("OrderNo", request.Number.ToString())
            .Text("AgentSignNo", request.Agreement.ChannelAgreementNo)
            .Text("CardNo", "")
            .Text("CurrencyCode", AbcMessages.Yuan)
            .Text("Amount", YuanText.Write(request.Order.Terms.Total))
            .Text("ReceiverAddress", "")
            .Text("Fee", "")
            .Text("CertificateNo", "")
            .Text("InstallmentMark", "0")
            .Text("CommodityType", account.Terms.CommodityType)
            .Text("PaymentLinkType", "1")
            .Text("BuyIP", "")
            .Text("ExpiredDate", "30")
            .Text("ReceiveAccount", account.Terms.ReceiveAccount)
            .Text("ReceiveAccName", account.Terms.ReceiveAccName)
            .Text(
                "MerchantRemarks",
                AbcText.Clean(request.Order.Terms.Body ?? "", AbcMessages.WordsMax))
            .Text("IsBreakAccount", "0")
            .Text("SplitAccTemplate", "")
            .ListOfOne("OrderItems", item => item.Text("ProductName", ProductOf(request))));

    /// <summary>What a debit is for: its subject, where anything of that can be said.</summary>
    internal static string ProductOf(DebitRequest request)
        => AbcText.Clean(request.Order.Terms.Subject, AbcMessages.WordsMax)
            is { Length: > 0 } subject
                ? subject
                : request.Number.ToString();

    /// <summary>The number that the end of an agreement is asked for under.</summary>
    public static string UnsignNumber(AbcAccount account, ChannelOrderNo number)
        => account.Terms.UnsignsByOwnNumber ? $"{number}{OwnNumber}" : number.ToString();

    /// <summary>Reads our number of a signing, also where it comes as that of its end.</summary>
    public static bool TryNumber(string? text, out ChannelOrderNo number)
        => ChannelOrderNo.TryParse(text, out number)
            || (text?.EndsWith(OwnNumber, StringComparison.Ordinal) == true
                && ChannelOrderNo.TryParse(text[..^OwnNumber.Length], out number));
}
