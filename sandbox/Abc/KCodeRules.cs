using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>What the documents want of the requests of a payment by card and code.</summary>
internal static class KCodeRules
{
    private const int WordsMax = 100;

    /// <summary>The order of a KPayVerifyReq, or what is wrong with it.</summary>
    public static (PayOrder? Order, ReturnCode? Why) Read(
        TrustPayRequest request, AbcMerchant merchant, DateTimeOffset now)
    {
        var order = request.Order;
        if ((WrongCard(request) ?? WrongOrder(order, now)) is { } wrong)
        {
            return (null, ReturnCode.Field(wrong));
        }

        var commodity = request["CommodityType"];
        return Yuan.Parse(order["OrderAmount"]) is not > 0 ? (null, ReturnCode.AmountWrong)
            : request["Installment"] is "1" || order["PayTypeID"] is not "ImmediatePay"
                ? (null, ReturnCode.NotOpened)  // instalments and holds are not simulated
            : !PayOrderRules.IsCommodity(commodity)
                || (merchant.Commodities.Count > 0
                    && !merchant.Commodities.Contains(commodity, StringComparer.Ordinal))
                ? (null, ReturnCode.CommodityNotOpened)
            : (Make(request, order), null);
    }

    /// <summary>What is wrong with a KPayReq; null where nothing is.</summary>
    public static string? WrongProof(TrustPayRequest request)
    {
        const int expiryDigits = 4;
        const int cvv2Digits = 3;
        return request switch
        {
            _ when request["VerifyCode"].Length == 0 => "VerifyCode",
            _ when request["CertificateType"].Length > 1 => "CertificateType",
            _ when request["ExpDate"].Length is not (0 or expiryDigits) => "ExpDate",
            _ when request["CVV2"].Length is not (0 or cvv2Digits) => "CVV2",
            _ when !IsPaymentType(request["PaymentType"]) => "PaymentType",
            _ when !IsLink(Either(request, "PaymentLinkType", "PayLinkType"))
                => "PaymentLinkType",
            _ => null,
        };
    }

    /// <summary>Whether a later request names the order as the first one did.</summary>
    public static bool IsSame(TrustPayRequest order, PayOrder known)
        => order["CurrencyCode"] is "156"
            && Yuan.Parse(order["OrderAmount"]) == known.Fen
            && (order["OrderDate"], order["OrderTime"]) == known.At;

    private static string? WrongCard(TrustPayRequest request)
    {
        const int numberMin = 6;
        const int numberMax = 30;
        const int mobileDigits = 4;
        return request switch
        {
            _ when request["CardNo"].Length is < numberMin or > numberMax
                || !request["CardNo"].All(char.IsAsciiDigit) => "CardNo",
            _ when request["MobileNo"].Length != mobileDigits
                || !request["MobileNo"].All(char.IsAsciiDigit) => "MobileNo",
            _ when request["Installment"] is not ("0" or "1") => "Installment",
            _ when !IsPaymentType(request["PaymentType"]) => "PaymentType",
            _ when !IsLink(request["PaymentLinkType"]) => "PaymentLinkType",
            _ when request["MerchantRemarks"].Length > WordsMax => "MerchantRemarks",
            _ when request["IsBreakAccount"] is not "0" => "IsBreakAccount",
            _ => null,
        };
    }

    private static string? WrongOrder(TrustPayRequest order, DateTimeOffset now) => order switch
    {
        _ when order["orderTimeoutDate"].Length > 0
            && !(BeijingTime.Parse(order["orderTimeoutDate"], BeijingTime.Digits) > now)
                => "orderTimeoutDate",
        _ when !PayOrderRules.IsNumber(order["OrderNo"]) => "OrderNo",
        _ when order["CurrencyCode"] is not "156" => "CurrencyCode",
        _ when Yuan.Parse(order["OrderAmount"]) is null => "OrderAmount",
        _ when order["OrderDesc"].Length > WordsMax => "OrderDesc",
        _ when !PayOrderRules.IsMoment(order["OrderDate"], order["OrderTime"]) => "OrderDate",
        _ when order.List("OrderItems") is not { Count: > 0 } items
            || items.Any(static i => i["ProductName"].Length == 0) => "OrderItems",
        _ => null,
    };

    private static PayOrder Make(TrustPayRequest request, TrustPayRequest order) => new()
    {
        MerchantId = request.MerchantId,
        OutTradeNo = order["OrderNo"],
        IsHold = false,
        Fen = Yuan.Parse(order["OrderAmount"])!.Value,
        Subject = order.List("OrderItems")![0]["ProductName"],
        Description = order["OrderDesc"],
        At = (order["OrderDate"], order["OrderTime"]),
        Deadline = BeijingTime.Parse(order["orderTimeoutDate"], BeijingTime.Digits),
        LinkType = request["PaymentLinkType"],
        Commodity = request["CommodityType"],
        Remarks = request["MerchantRemarks"],

        // It names no address: whoever pays so asks for what became of it.
        ServerNotifies = false,
        NotifyUrl = string.Empty,
    };

    // The names depend on the SDK's version.
    private static string Either(TrustPayRequest request, string later, string before)
        => request[later] is { Length: > 0 } current ? current : request[before];

    private static bool IsPaymentType(string text)
        => text is "1" or "2" or "3" or "5" or "6" or "7" or "A";

    private static bool IsLink(string text) => text is "1" or "2" or "3" or "4" or "5";
}
