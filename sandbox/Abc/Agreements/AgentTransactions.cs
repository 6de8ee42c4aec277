using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc.Agreements;

/// <summary>Signing, asking, ending and debiting.</summary>
internal sealed class AgentTransactions(
    AbcSimulatorOptions options, CheckoutBook<SignOrder> checkouts, SigningBook book,
    SigningPayer payer, TradeBook trades)
{
    private const int UrlMax = 200;

    /// <summary>AgentSign.</summary>
    public TrxAnswer Sign(TrustPayRequest request, Uri root)
    {
        if (WrongSigning(request) is { } wrong)
        {
            return new(ReturnCode.Field(wrong));
        }

        var order = new SignOrder(
            request.MerchantId, request["OrderNo"], request["CertificateNo"],
            request["CardType"], DayOf(request["InvaidDate"])!.Value,
            (request["RequestDate"], request["RequestTime"]), request["ResultNotifyURL"],
            request["NotifyType"] is "1");
        if (book.Open(order, options.RefusesRepetitions) is { } why)
        {
            return new(why);
        }

        return checkouts.Open(order) is { } page
            ? new(
                ReturnCode.Done,
                ("TrxType", "AgentSign"), ("OrderNo", order.Number),
                ("B2CAgentSignContractURL", new Uri(root, page.Path).AbsoluteUri))
            : new(ReturnCode.SystemError);
    }

    /// <summary>QueryAgentSign.</summary>
    public TrxAnswer Query(TrustPayRequest request)
        => book.Find(request.MerchantId, request["OrderNo"])
            is not { Signed: { } signed } signing
            ? new(ReturnCode.OrderUnknown)
            : new(
                ReturnCode.Done,
                ("TrxType", "QueryAgentSign"), ("MerchantNo", request.MerchantId),
                ("OrderNo", signing.Order.Number), ("AgentSignNo", signing.SignNo!),
                ("CertificateNo", signing.Order.CertificateNo),
                ("Last4CardNo", Signing.Last4CardNo),
                ("SignDate", BeijingTime.Format(signed, "yyyy/MM/dd")),
                ("UnSignDate", signing.Ended is { } ended
                    ? BeijingTime.Format(ended, "yyyy/MM/dd")
                    : string.Empty),
                ("AgentSignStatus", signing.IsInForce(book.Now)
                    ? options.SignedStatus
                    : options.UnsignedStatus));

    /// <summary>AgentUnSign.</summary>
    public TrxAnswer Unsign(TrustPayRequest request)
    {
        var wrong = !PayOrderRules.IsNumber(request["OrderNo"]) ? "OrderNo"
            : request["AgentSignNo"].Length == 0 ? "AgentSignNo"
            : !PayOrderRules.IsMoment(request["RequestDate"], request["RequestTime"])
                ? "RequestDate"
            : null;
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (book.FindSigned(request.MerchantId, request["AgentSignNo"]) is not { } signing)
        {
            return new(ReturnCode.OrderUnknown);
        }

        var isSigningNumber = string.Equals(
            signing.Order.Number, request["OrderNo"], StringComparison.Ordinal);
        return isSigningNumber == options.UnsignsByOwnNumber ? new(ReturnCode.OrderUnknown)
            : payer.End(signing)
                ? new(
                    ReturnCode.Done,
                    ("TrxType", "AgentUnSign"), ("OrderNo", request["OrderNo"]))
            : new(ReturnCode.StateForbids);
    }

    /// <summary>AgentPay: nobody is asked.</summary>
    public TrxAnswer Pay(TrustPayRequest request)
    {
        if (WrongDebit(request) is { } wrong)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (!PayOrderRules.IsCommodity(request["CommodityType"]))
        {
            return new(ReturnCode.CommodityNotOpened);
        }

        var order = Debit(request);
        if (trades.Find(request.MerchantId, order.OutTradeNo) is { } known)
        {
            return known.Order != order || options.RefusesRepetitions
                ? new(ReturnCode.Duplicated)
                : Taken(order);
        }

        if (book.Refusal(request.MerchantId, request["AgentSignNo"]) is { } refusal)
        {
            return new(refusal);
        }

        return trades.Open(order, refusesRepetitions: false) is { } why ? new(why)
            : trades.Pay(order) is null ? new(ReturnCode.StateForbids)
            : Taken(order);
    }

    private static TrxAnswer Taken(PayOrder order)
        => new(ReturnCode.Done, ("TrxType", "AgentPay"), ("OrderNo", order.OutTradeNo));

    private static PayOrder Debit(TrustPayRequest request) => new()
    {
        MerchantId = request.MerchantId,
        OutTradeNo = request["OrderNo"],
        IsHold = false,
        IsDebit = true,
        Fen = Yuan.Parse(request["Amount"]) ?? 0,
        Subject = request.List("OrderItems")![0]["ProductName"],
        Description = request["AgentSignNo"],
        At = (request["OrderDate"], request["OrderTime"]),
        Deadline = null,
        LinkType = request["PaymentLinkType"],
        Commodity = request["CommodityType"],
        Remarks = request["MerchantRemarks"],
        ServerNotifies = false,
        NotifyUrl = string.Empty,
    };

    private static string? WrongSigning(TrustPayRequest request) => request switch
    {
        _ when !PayOrderRules.IsNumber(request["OrderNo"]) => "OrderNo",
        _ when request["CertificateNo"].Length > 0
            && request["CertificateType"] is not [>= 'A' and <= 'Z'] => "CertificateType",
        _ when request["NotifyType"] is not ("0" or "1") => "NotifyType",
        _ when request["ResultNotifyURL"].Length > UrlMax
            || !WireMessage.IsWeb(request["ResultNotifyURL"]) => "ResultNotifyURL",
        _ when request["PaymentLinkType"] is not ("1" or "2" or "3" or "4" or "5")
            => "PaymentLinkType",
        _ when request["CardType"] is not ("1" or "3" or "A") => "CardType",
        _ when !PayOrderRules.IsMoment(request["RequestDate"], request["RequestTime"])
            => "RequestDate",
        _ when DayOf(request["InvaidDate"]) is null => "InvaidDate",
        _ when request["IsSign"] is not "Sign" => "IsSign",
        _ => null,
    };

    private static string? WrongDebit(TrustPayRequest request) => request switch
    {
        _ when !PayOrderRules.IsMoment(request["OrderDate"], request["OrderTime"])
            => "OrderDate",
        _ when !PayOrderRules.IsNumber(request["OrderNo"]) => "OrderNo",
        _ when request["AgentSignNo"].Length == 0 => "AgentSignNo",
        _ when request["CurrencyCode"] is not "156" => "CurrencyCode",
        _ when !(Yuan.Parse(request["Amount"]) > 0) => "Amount",
        _ when request["InstallmentMark"] is not "0" => "InstallmentMark",
        _ when request["PaymentLinkType"] is not ("1" or "2" or "3" or "4" or "5")
            => "PaymentLinkType",
        _ when request["IsBreakAccount"] is not "0" => "IsBreakAccount",
        _ when request.List("OrderItems") is not { Count: > 0 } items
            || items.Any(static i => i["ProductName"].Length == 0) => "OrderItems",
        _ => null,
    };

    private static DateOnly? DayOf(string text)
        => BeijingTime.Parse(text, "yyyy/MM/dd") is { } moment ? BeijingTime.DayOf(moment) : null;
}
