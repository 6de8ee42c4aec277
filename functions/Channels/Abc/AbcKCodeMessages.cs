using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// What we say to the bank about payments by card and code. Members and their order are those of
/// the bank's own SDK.
/// </summary>
internal static class AbcKCodeMessages
{
    /// <summary>The product.</summary>
    public const string Product = "abc_kcode";

    // Days that the bank keeps an order; the SDK's samples say so.
    private const string DaysKept = "30";

    /// <summary>Begins a trade and has the code sent.</summary>
    public static string Send(AbcAccount account, KCodeRequest request, KCodeCard card)
    {
        var terms = account.KCode;
        return AbcMessages.Message(account, json => json
            .Text("TrxType", "KPayVerifyReq")
            .Text("CardNo", card.RevealNumber())
            .Text("MobileNo", card.RevealMobileEnd())
            .Text("CommodityType", account.Terms.CommodityType)
            .Text("Installment", "0")
            .Text("PaymentType", terms.PaymentType)
            .Text("PaymentLinkType", terms.LinkType)
            .Text("ReceiveAccount", account.Terms.ReceiveAccount)
            .Text("ReceiveAccName", account.Terms.ReceiveAccName)
            .Text("MerchantRemarks", "")
            .Text("IsBreakAccount", "0")
            .Text("SplitAccTemplate", "")
            .Object("Order", order => WriteOrder(order, request)));
    }

    /// <summary>Has another code sent.</summary>
    public static string Resend(AbcAccount account, KCodeRequest request)
        => AbcMessages.Message(account, json => json
            .Text("TrxType", "KPayResendReq")
            .Object("Order", order => WriteDate(WriteAmount(order, request), request)));

    /// <summary>Pays with the code.</summary>
    public static string Pay(AbcAccount account, KCodeRequest request, KCodeProof proof)
    {
        var terms = account.KCode;
        return AbcMessages.Message(account, json => json
            .Text("TrxType", "KPayReq")
            .Text("AccName", proof.Reveal(KCodeProof.Name))
            .Text("CertificateType", proof.Reveal(KCodeProof.CertificateType))
            .Text(
                terms.NamesAsLater ? "CertificateNo" : "CertificateID",
                proof.Reveal(KCodeProof.CertificateNo))
            .Text("ExpDate", proof.Reveal(KCodeProof.Expiry))
            .Text("CVV2", proof.Reveal(KCodeProof.Cvv2))
            .Text("VerifyCode", proof.Reveal(KCodeProof.Code))
            .Text("PaymentType", terms.PaymentType)
            .Text(terms.NamesAsLater ? "PaymentLinkType" : "PayLinkType", terms.LinkType)
            .Text("MerchantRemarks", "")
            .Object("Order", order => WriteDate(
                WriteAmount(order, request).Text("Fee", ""), request)));
    }

    private static void WriteOrder(AbcJson json, KCodeRequest request)
    {
        var terms = request.Order.Terms;
        json.Text("PayTypeID", AbcMessages.Payment)
            .Text(
                "orderTimeoutDate",
                BeijingClock.Write(request.Order.ExpiresAt, BeijingClock.Digits));
        WriteAmount(json, request)
            .Text("ExpiredDate", DaysKept)
            .Text("OrderDesc", AbcText.Clean(terms.Body ?? "", AbcMessages.WordsMax));
        WriteDate(json, request)
            .Text("ReceiverAddress", "")
            .Text("BuyIP", "")
            .ListOfOne("OrderItems", item => item.Text(
                "ProductName",
                AbcText.Clean(terms.Subject, AbcMessages.WordsMax) is { Length: > 0 } subject
                    ? subject
                    : request.Number.ToString()));
    }

    private static AbcJson WriteAmount(AbcJson json, KCodeRequest request)
        => json
            .Text("OrderNo", request.Number.ToString())
            .Text("CurrencyCode", AbcMessages.Yuan)
            .Text("OrderAmount", YuanText.Write(request.Order.Terms.Total));

    /// <summary>The moment of the order, the same in all its messages.</summary>
    private static AbcJson WriteDate(AbcJson json, KCodeRequest request)
    {
        var openedAt = request.Attempt.OpenedAt;
        return json
            .Text("OrderDate", BeijingClock.Write(openedAt, BeijingClock.SlashedDay))
            .Text("OrderTime", BeijingClock.Write(openedAt, BeijingClock.TimeOfDay));
    }
}
