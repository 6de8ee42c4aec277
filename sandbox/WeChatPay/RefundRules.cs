namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Whether money goes back.</summary>
internal static class RefundRules
{
    /// <summary>The most refunds of an order.</summary>
    public const int Maximum = 50;

    private static readonly TimeSpan Window = TimeSpan.FromDays(365);

    /// <summary>
    /// A refund is asked for. The number again with the same values is the same refund.
    /// </summary>
    /// <param name="trade">Of which trade.</param>
    /// <param name="wanted">The refund, as if it were new.</param>
    /// <param name="total">What the merchant believes the order's amount to be.</param>
    /// <param name="gap">The least time between two refunds.</param>
    /// <param name="end">How a new refund will end.</param>
    public static TradeMove Refund(
        Trade trade, Refund wanted, long total, TimeSpan gap, Func<RefundStatus> end)
    {
        var known = trade.Refunds.Find(r => string.Equals(
            r.OutRefundNo, wanted.OutRefundNo, StringComparison.Ordinal));
        if (known is not null)
        {
            return known.Fen == wanted.Fen && total == trade.Order.Fen
                ? TradeMove.Same(trade)
                : TradeMove.Refused(ApiError.OtherValues, trade);
        }

        return Refusal(trade, wanted, total, gap) is { } error
            ? TradeMove.Refused(error, trade)
            : TradeMove.To(
                trade with { Refunds = trade.Refunds.Add(wanted with { End = end() }) });
    }

    private static ApiError? Refusal(Trade trade, Refund wanted, long total, TimeSpan gap)
        => trade.Status is not TradeStatus.Paid ? ApiError.NoResource
            : wanted.Asked > trade.Paid + Window
                ? new(StatusCodes.Status403Forbidden, "TRADE_OVERDUE", "订单已经超过退款期限")
            : total != trade.Order.Fen ? ApiError.Invalid("订单金额与原订单不一致")
            : trade.ReturnedFen + wanted.Fen > trade.Order.Fen
                ? ApiError.Invalid("累计退款金额大于支付金额")
            : trade.Refunds.Count >= Maximum ? ApiError.Invalid("部分退款次数超过50次")
            : trade.Refunds.Count > 0 && wanted.Asked < trade.Refunds[^1].Asked + gap
                ? ApiError.TooFast
            : null;
}
