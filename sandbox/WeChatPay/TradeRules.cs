namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What may become of a trade. Each rule gets it as it stands at <c>now</c>.</summary>
internal static class TradeRules
{
    private static readonly TimeSpan ReverseWindow = TimeSpan.FromDays(7);

    /// <summary>The number is posted again, to be paid on a page or in a wallet.</summary>
    public static TradeMove Repost(Trade trade, PayOrder order)
        => trade.Status switch
        {
            TradeStatus.Paid => TradeMove.Refused(ApiError.Paid, trade),
            _ when trade.Order.Product != order.Product
                => TradeMove.Refused(ApiError.NumberUsed, trade),
            TradeStatus.Closed => TradeMove.Refused(ApiError.Closed, trade),
            _ => trade.Order.IsSame(order)
                ? TradeMove.Same(trade)
                : TradeMove.Refused(ApiError.OtherValues, trade),
        };

    /// <summary>The number is charged again: the same charge, or an error.</summary>
    public static TradeMove Recharge(Trade trade, PayOrder order)
        => trade.Status switch
        {
            TradeStatus.Paid => TradeMove.Refused(ApiError.Paid, trade),
            TradeStatus.Revoked => TradeMove.Refused(ApiError.Reversed, trade),
            TradeStatus.UserPaying when trade.Order.IsSame(order) => TradeMove.Same(trade),
            TradeStatus.Closed or TradeStatus.Failed => TradeMove.Refused(ApiError.Closed, trade),
            _ => TradeMove.Refused(ApiError.NumberUsed, trade),
        };

    /// <summary>The payer pays.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="now">The moment.</param>
    /// <param name="options">What is added to it, and whether a closed one can be paid.</param>
    /// <param name="numbers">Makes its numbers.</param>
    public static TradeMove Pay(
        Trade trade, DateTimeOffset now, WeChatPaySimulatorOptions options, TradeNumbers numbers)
        => trade.Status is TradeStatus.NotPaid or TradeStatus.UserPaying
            || (options.PaysAfterClose && trade.Status is TradeStatus.Closed)
            ? TradeMove.To(trade with
            {
                Status = TradeStatus.Paid,
                Paid = now,
                TransactionId = numbers.TransactionId(now),
                NotifyId = TradeNumbers.NotifyId(),
                PayerFen = trade.Order.Fen > options.CouponFen
                    ? trade.Order.Fen - options.CouponFen
                    : trade.Order.Fen,
            })
            : TradeMove.Refused(
                trade.Status is TradeStatus.Paid ? ApiError.Paid : ApiError.Closed, trade);

    /// <summary>The payer of a code cannot pay.</summary>
    public static TradeMove Decline(Trade trade)
        => trade.Status is TradeStatus.UserPaying
            ? TradeMove.To(trade with { Status = TradeStatus.Failed })
            : TradeMove.Refused(ApiError.Invalid("当前订单没有等待用户支付"), trade);

    /// <summary>The merchant, or control, closes an unpaid trade; again is no error.</summary>
    public static TradeMove Close(Trade trade)
        => trade.Order.Product is Product.Code
            ? TradeMove.Refused(ApiError.Invalid("付款码支付订单不支持关单，请使用撤销"), trade)
            : trade.Status switch
            {
                TradeStatus.NotPaid => TradeMove.To(trade with { Status = TradeStatus.Closed }),
                TradeStatus.Closed => TradeMove.Same(trade),
                _ => TradeMove.Refused(ApiError.Paid, trade),
            };

    /// <summary>A charge is reversed, not too soon and not too late; again is no error.</summary>
    public static TradeMove Reverse(
        Trade trade, DateTimeOffset now, WeChatPaySimulatorOptions options)
        => trade.Order.Product is not Product.Code
                ? TradeMove.Refused(ApiError.Invalid("该订单不支持撤销"), trade)
            : now < trade.Created + options.ReverseAfter ? TradeMove.Refused(ApiError.Busy, trade)
            : now > trade.Created + ReverseWindow
                ? TradeMove.Refused(ApiError.Invalid("订单已超过可撤销的时间"), trade)
            : trade.Status switch
            {
                TradeStatus.Revoked or TradeStatus.Closed or TradeStatus.Failed
                    => TradeMove.Same(trade),
                _ when trade.ReturnedFen > 0
                    => TradeMove.Refused(ApiError.Invalid("订单已发生退款，不能撤销"), trade),
                _ when trade.Paid is null && options.ReversedUnpaidIsClosed
                    => TradeMove.To(trade with { Status = TradeStatus.Closed, Revoked = now }),
                _ => TradeMove.To(trade with { Status = TradeStatus.Revoked, Revoked = now }),
            };
}
