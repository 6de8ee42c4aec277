namespace PayFunctions.Orders;

/// <summary>
/// What refunds do. Their sum never exceeds the payment: it is checked with the write, for the
/// order that is checked is the order that is replaced.
/// </summary>
internal static class RefundRules
{
    /// <summary>The most refunds of one order, those that failed included.</summary>
    public const int MaxRefunds = 50;

    /// <summary>How much of the channel's words is kept, in UTF-16 code units.</summary>
    public const int MaxFailureLength = 100;

    /// <summary>How often a refund of ours is made under a new number after it failed.</summary>
    public const int MaxOwnTries = 3;

    /// <summary>Decides a command about refunds.</summary>
    public static OrderDecision Decide(Order order, OrderCommand command, DateTimeOffset now)
        => command switch
        {
            RequestRefund request => Request(order, request, now),
            SettleRefund settle => Settle(order, settle, now),
            FailRefund fail => Fail(order, fail, now),
            UndecidedRefund undecided => AskAgain(order, undecided, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    /// <summary>A refund that nobody asked for: money that came twice, or too late.</summary>
    public static Order Owe(
        Order order, int attempt, Money total, RefundOrigin origin, DateTimeOffset now)
        => order with
        {
            Refunds = order.Refunds.Add(new Refund(
                order.Refunds.Length + 1, attempt, total, origin, RefundState.Processing, now,
                AskAt: now)),
        };

    /// <summary>
    /// Why a merchant's refund cannot be, in the documented order of checks; null when it can, or
    /// is there already.
    /// </summary>
    public static OrderRefusal? WhyNot(Order order, RequestRefund request)
    {
        if (order.FindRefund(request.OutRequestNo) is { } known)
        {
            return known.Total == request.Total
                && string.Equals(known.Reason, request.Reason, StringComparison.Ordinal)
                    ? null
                    : OrderRefusal.RefundContentDiffers;
        }

        if (order is not
            {
                State: OrderState.Success, Payment: { } payment, Terms.Kind: OrderKind.Payment,
            })
        {
            return OrderRefusal.OrderNotPaid;
        }

        if (order.RefundedOf(payment.Attempt).Fen + request.Total.Fen > order.Terms.Total.Fen)
        {
            return OrderRefusal.RefundExceedsPayment;
        }

        return order.Refunds.Length >= MaxRefunds ? OrderRefusal.TooManyRefunds : null;
    }

    private static OrderDecision Request(
        Order order, RequestRefund request, DateTimeOffset now)
        => WhyNot(order, request) is { } why ? new Refused(why)
            : order.FindRefund(request.OutRequestNo) is not null ? new Replayed(order)
            : new Moved(
                OrderRules.Next(order) with
                {
                    Refunds = order.Refunds.Add(new Refund(
                        order.Refunds.Length + 1, order.Payment!.Attempt, request.Total,
                        RefundOrigin.Merchant, RefundState.Processing, now,
                        request.OutRequestNo, request.Reason, now + RefundSchedule.First,
                        Filing: request.Filing)),
                },
                OrderEvent.RefundRequested);

    private static OrderDecision Settle(Order order, SettleRefund settle, DateTimeOffset now)
        => order.FindRefund(settle.Refund) switch
        {
            null => new Refused(OrderRefusal.RefundUnknown),
            { State: RefundState.Succeeded } => new Replayed(order),
            { State: RefundState.Failed } => new Refused(OrderRefusal.RefundContradicted),
            { } refund => End(
                order,
                refund with
                {
                    State = RefundState.Succeeded,
                    ChannelRefundNo = settle.ChannelRefundNo,
                    EndedAt = settle.At ?? now,
                },
                OrderEvent.Refunded),
        };

    private static OrderDecision Fail(Order order, FailRefund fail, DateTimeOffset now)
        => order.FindRefund(fail.Refund) switch
        {
            null => new Refused(OrderRefusal.RefundUnknown),
            // A human got it to the payer; the news that one was needed is older.
            { State: RefundState.Succeeded } when fail.NeedsHuman => new Replayed(order),
            { State: RefundState.Succeeded } => new Refused(OrderRefusal.RefundContradicted),
            { State: RefundState.Failed } => new Replayed(order),
            { State: RefundState.Abnormal } when fail.NeedsHuman => new Replayed(order),
            { } refund => End(
                TryAgain(order, refund, fail, now),
                refund with
                {
                    State = fail.NeedsHuman ? RefundState.Abnormal : RefundState.Failed,
                    EndedAt = now,
                    Failure = fail.Reason.Length > MaxFailureLength
                        ? fail.Reason[..MaxFailureLength]
                        : fail.Reason,
                },
                OrderEvent.RefundFailed),
        };

    private static Moved End(Order order, Refund ended, OrderEvent how)
        => new(
            OrderRules.Replace(OrderRules.Next(order), ended with { AskAt = null }),
            how, TellsMerchant: true, Refund: ended.Number);

    /// <summary>What we owe stays owed: under a new number, a few times.</summary>
    private static Order TryAgain(
        Order order, Refund refund, FailRefund fail, DateTimeOffset now)
        => refund.Origin is RefundOrigin.Merchant or RefundOrigin.HoldExpired || fail.NeedsHuman
            || order.Refunds.Count(r => r.Attempt == refund.Attempt) >= MaxOwnTries
                ? order
                : order with
                {
                    Refunds = order.Refunds.Add(new Refund(
                        order.Refunds.Length + 1, refund.Attempt, refund.Total, refund.Origin,
                        RefundState.Processing, now,
                        AskAt: now + RefundSchedule.NewNumberAfter)),
                };

    private static OrderDecision AskAgain(
        Order order, UndecidedRefund undecided, DateTimeOffset now)
        => order.FindRefund(undecided.Refund) switch
        {
            null => new Refused(OrderRefusal.RefundUnknown),
            { State: RefundState.Processing } refund => new Moved(
                OrderRules.Replace(OrderRules.Next(order), refund with
                {
                    Asks = undecided.Serial is null ? refund.Asks + 1 : refund.Asks,
                    AskAt = now + RefundSchedule.PauseAfter(refund.Asks),
                    Filing = undecided.Serial is null || refund.Filing is null
                        ? refund.Filing
                        : refund.Filing with { Serial = undecided.Serial },
                }),
                OrderEvent.RefundAskedAgain),
            _ => new Replayed(order),
        };
}
