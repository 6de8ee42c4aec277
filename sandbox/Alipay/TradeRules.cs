namespace PayFunctions.Sandbox.Alipay;

/// <summary>What may become of a trade. Each rule gets it as it stands at <c>now</c>.</summary>
internal static class TradeRules
{
    /// <summary>How long after its payment a trade can be cancelled.</summary>
    public static readonly TimeSpan CancelWindow = TimeSpan.FromHours(24);

    /// <summary>Why an order cannot be paid under the number of this trade.</summary>
    public static GatewayError? Refusal(Trade trade, PayOrder order)
        => trade.Status switch
        {
            TradeStatus.Success or TradeStatus.Finished =>
                GatewayError.Business("TRADE_HAS_SUCCESS", "交易已被支付"),
            TradeStatus.Closed => GatewayError.HasClosed,
            _ => trade.Order.IsSame(order)
                ? null
                : GatewayError.Business("CONTEXT_INCONSISTENT", "交易信息被篡改"),
        };

    /// <summary>The payer pays a waiting trade.</summary>
    public static Trade Pay(Trade trade, DateTimeOffset now, TimeSpan refundWindow)
        => trade with
        {
            Status = TradeStatus.Success,
            Paid = now,
            Finishes = now + refundWindow,
        };

    /// <summary>The merchant closes an unpaid trade.</summary>
    public static TradeMove Close(Trade trade, DateTimeOffset now)
        => trade.Status is TradeStatus.Waiting
            ? Moved(trade with { Status = TradeStatus.Closed, Closed = now })
            : new(trade, GatewayError.WrongState, false);

    /// <summary>
    /// The merchant undoes a trade: unpaid, it closes; paid, what is left goes back. Once undone it
    /// stays so, and asking again is no error.
    /// </summary>
    public static TradeMove Cancel(Trade trade, DateTimeOffset now)
        => trade.Status switch
        {
            TradeStatus.Waiting => Close(trade, now),
            TradeStatus.Closed => new(trade, null, false),
            TradeStatus.Finished => new(trade, GatewayError.HasFinished, false),
            _ when now - trade.Paid > CancelWindow => new(
                trade, GatewayError.Business("TRADE_CANCEL_TIME_OUT", "超过撤销时间范围"), false),
            _ => Moved(Refunded(
                trade,
                new(trade.Order.OutTradeNo, trade.Order.Fen - trade.RefundedFen, "撤销", now))),
        };

    /// <summary>
    /// The merchant gives money back. The same number again moves nothing, and is an error only
    /// with another amount.
    /// </summary>
    public static TradeMove Refund(Trade trade, TradeRefund refund)
    {
        var before = trade.Refunds.FirstOrDefault(r => string.Equals(
            r.OutRequestNo, refund.OutRequestNo, StringComparison.Ordinal));
        if (before is not null)
        {
            return new(
                trade,
                before.Fen == refund.Fen
                    ? null
                    : GatewayError.Business("DISCORDANT_REPEAT_REQUEST", "不一致的重复请求"),
                false);
        }

        var error = trade.Status switch
        {
            TradeStatus.Waiting => GatewayError.WrongState,
            TradeStatus.Closed => GatewayError.HasClosed,
            TradeStatus.Finished => GatewayError.HasFinished,
            _ => trade.RefundedFen + refund.Fen > trade.Order.Fen
                ? GatewayError.Business("REFUND_AMT_NOT_EQUAL_TOTAL", "退款金额超限")
                : null,
        };
        return error is null ? Moved(Refunded(trade, refund)) : new(trade, error, false);
    }

    private static Trade Refunded(Trade trade, TradeRefund refund)
    {
        var after = trade with { Refunds = [.. trade.Refunds, refund] };
        return after.RefundedFen < trade.Order.Fen
            ? after
            : after with { Status = TradeStatus.Closed, Closed = refund.At };
    }

    private static TradeMove Moved(Trade trade) => new(trade, null, true);
}
