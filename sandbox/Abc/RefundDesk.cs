using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>Gives money back, for a request of its own or for a row of a batch.</summary>
internal sealed class RefundDesk(AbcSimulatorOptions options, TradeBook book)
{
    /// <summary>Refund.</summary>
    public TrxAnswer Answer(TrustPayRequest request)
    {
        var at = (request["OrderDate"], request["OrderTime"]);
        var number = request["NewOrderNo"];
        var wrong = !PayOrderRules.IsMoment(at.Item1, at.Item2) ? "OrderDate"
            : !PayOrderRules.IsNumber(number) ? "NewOrderNo"
            : request["CurrencyCode"] is not "156" ? "CurrencyCode"
            : !(Yuan.Parse(request["TrxAmount"]) > 0) ? "TrxAmount"
            : null;
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        var fen = Yuan.Parse(request["TrxAmount"])!.Value;
        var (refund, why) = GiveBack(
            request.MerchantId, request["OrderNo"], number, fen, at);
        return refund is null
            ? new(why!)
            : new(
                ReturnCode.Done,
                ("TrxType", "Refund"), ("OrderNo", request["OrderNo"]),
                ("NewOrderNo", number), ("TrxAmount", Yuan.Format(fen)),
                ("BatchNo", refund.Numbers.Batch), ("VoucherNo", refund.Numbers.Voucher),
                ("HostDate", BeijingTime.Format(refund.TakenAt, "yyyy/MM/dd")),
                ("HostTime", BeijingTime.Format(refund.TakenAt, "HH:mm:ss")),
                ("iRspRef", refund.Numbers.Reference));
    }

    /// <summary>Gives money back; the refund, new or known, or why not.</summary>
    public (Refund? Refund, ReturnCode? Why) GiveBack(
        string merchant, string order, string number, long fen, (string Date, string Time) at)
        => FindPaid(merchant, order) is { } trade
            ? book.GiveBack(trade, number, fen, at, options.RefusesRepetitions)
            : (null, ReturnCode.OrderUnknown);

    /// <summary>The order of a refund. What a confirmed hold is called then is not documented.
    /// </summary>
    private Trade? FindPaid(string merchant, string number)
        => (options.RefundsConfirmationsByHold ? null : book.FindConfirmed(merchant, number))
            ?? (book.Find(merchant, number) is { } trade
                && (!trade.Order.IsHold || options.RefundsConfirmationsByHold)
                    ? trade
                    : null);
}
