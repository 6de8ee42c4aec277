using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>What the documents want of a PayReq, field by field.</summary>
internal static class PayOrderRules
{
    private const int NumberMax = 60;
    private const int UrlMax = 200;
    private const int WordsMax = 100;

    private static readonly string[] Commodities =
    [
        "0101", "0201", "0202", "0203", "0301", "0302", "0401", "0402", "0403", "0404", "0405",
        "0406", "0407", "0408", "0409", "0410", "0499", "0501", "0502", "0599",
    ];

    /// <summary>The order of a request, or what is wrong with it.</summary>
    public static (PayOrder? Order, ReturnCode? Why) Read(
        TrustPayRequest request, AbcMerchant merchant, DateTimeOffset now)
    {
        var order = request.Order;
        var fen = Yuan.Parse(order["OrderAmount"]) ?? 0;
        var wrong = WrongPayment(request) ?? WrongOrder(order, now) ?? WrongParts(request, fen);
        if (wrong is not null)
        {
            return (null, ReturnCode.Field(wrong));
        }

        if (fen == 0)
        {
            return (null, ReturnCode.AmountWrong);
        }

        if (order["PayTypeID"] is not ("ImmediatePay" or "PreAuthPay"))
        {
            return (null, ReturnCode.NotOpened);  // instalments are not simulated
        }

        return !IsCommodity(order["CommodityType"])
            || (merchant.Commodities.Count > 0 && !merchant.Commodities.Contains(
                order["CommodityType"], StringComparer.Ordinal))
                ? (null, ReturnCode.CommodityNotOpened)
                : (Make(request, order, fen), null);
    }

    /// <summary>Whether a text is a CommodityType.</summary>
    public static bool IsCommodity(string text)
        => Commodities.Contains(text, StringComparer.Ordinal);

    /// <summary>Whether two texts are a date and a time of the wire.</summary>
    public static bool IsMoment(string date, string time)
        => BeijingTime.Parse(date, "yyyy/MM/dd") is not null
            && BeijingTime.Parse(time, "HH:mm:ss") is not null;

    /// <summary>Whether a text can be a number of an order or a refund.</summary>
    public static bool IsNumber(string text)
        => text.Length is >= 1 and <= NumberMax && text.All(char.IsAsciiLetterOrDigit);

    private static PayOrder Make(TrustPayRequest request, TrustPayRequest order, long fen)
        => new()
        {
            MerchantId = request.MerchantId,
            OutTradeNo = order["OrderNo"],
            IsHold = order["PayTypeID"] is "PreAuthPay",
            Fen = fen,
            Subject = order.List("OrderItems")![0]["ProductName"],
            Description = order["OrderDesc"],
            At = (order["OrderDate"], order["OrderTime"]),
            Deadline = BeijingTime.Parse(order["orderTimeoutDate"], BeijingTime.Digits),
            LinkType = request["PaymentLinkType"],
            Commodity = order["CommodityType"],
            Remarks = request["MerchantRemarks"],
            ServerNotifies = request["NotifyType"] is "1",
            NotifyUrl = request["ResultNotifyURL"],
        };

    private static string? WrongPayment(TrustPayRequest request) => request switch
    {
        _ when request["PaymentType"] is not ("1" or "2" or "3" or "5" or "6" or "7" or "A")
            => "PaymentType",
        _ when request["PaymentLinkType"] is not ("1" or "2" or "3" or "4" or "5")
            => "PaymentLinkType",
        _ when request["PaymentType"] is "6" && request["PaymentLinkType"] is "2"
            && request["UnionPayLinkType"] is not ("0" or "1") => "UnionPayLinkType",
        _ when request["NotifyType"] is not ("0" or "1") => "NotifyType",
        _ when request["ResultNotifyURL"].Length > UrlMax
            || !WireMessage.IsWeb(request["ResultNotifyURL"]) => "ResultNotifyURL",

        // It goes into the notification's XML as it is.
        _ when request["MerchantRemarks"].Length > WordsMax
            || request["MerchantRemarks"].IndexOfAny(['<', '&']) >= 0 => "MerchantRemarks",
        _ when request["IsBreakAccount"] is not ("0" or "1") => "IsBreakAccount",
        _ => null,
    };

    private static string? WrongOrder(TrustPayRequest order, DateTimeOffset now) => order switch
    {
        _ when order["PayTypeID"] is not ("ImmediatePay" or "PreAuthPay" or "DividedPay")
            => "PayTypeID",
        _ when !IsMoment(order["OrderDate"], order["OrderTime"]) => "OrderDate",
        _ when order["orderTimeoutDate"].Length > 0
            && !(BeijingTime.Parse(order["orderTimeoutDate"], BeijingTime.Digits) > now)
                => "orderTimeoutDate",
        _ when !IsNumber(order["OrderNo"]) => "OrderNo",
        _ when order["CurrencyCode"] is not "156" => "CurrencyCode",
        _ when Yuan.Parse(order["OrderAmount"]) is null => "OrderAmount",
        _ when order["OrderDesc"].Length > WordsMax => "OrderDesc",
        _ when order["InstallmentMark"] is not ("0" or "1")
            || (order["InstallmentMark"] is "1") != (order["PayTypeID"] is "DividedPay")
                => "InstallmentMark",
        _ when order["CommodityType"].Length == 0 => "CommodityType",
        _ when order.List("OrderItems") is not { Count: > 0 } items
            || items.Any(static i => i["ProductName"].Length == 0) => "OrderItems",
        _ => null,
    };

    /// <summary>Parts of a split payment: all together they are the amount.</summary>
    private static string? WrongParts(TrustPayRequest request, long fen)
    {
        var parts = request.Order.List("SplitAccInfoItems")
            ?? request.List("SplitAccInfoItems") ?? [];
        return request["IsBreakAccount"] is "1"
            ? parts.Count > 0 && parts.All(static p => MerchantOf(p).Length > 0)
                && parts.Sum(static p => Yuan.Parse(p["SplitAmount"]) ?? 0) == fen
                    ? null
                    : "SplitAccInfoItems"
            : parts.Count == 0 ? null
            : "IsBreakAccount";
    }

    // The name depends on the SDK's version.
    private static string MerchantOf(TrustPayRequest part)
        => part["SplitMerchantID"] is { Length: > 0 } current ? current : part["SubMerchantID"];
}
