namespace PayFunctions.Orders;

/// <summary>
/// What a cancel does: an undecided attempt becomes nothing, or a payment that went back at once.
/// </summary>
internal static class RevokeRules
{
    /// <summary>The channel is about to be asked.</summary>
    public static OrderDecision Begin(Order order, BeginCancel begin, DateTimeOffset now)
        => order.FindAttempt(begin.Attempt) switch
        {
            null => new Refused(OrderRefusal.AttemptUnknown),
            { State: AttemptState.Open, CancelAskedAt: null } attempt => new Moved(
                OrderRules.Replace(OrderRules.Next(order), attempt with
                {
                    CancelAskedAt = now,
                    AskAt = now + AskSchedule.CancelFor,
                }),
                OrderEvent.CancelBegun),
            _ => new Replayed(order),
        };

    /// <summary>The channel refused.</summary>
    public static OrderDecision Drop(Order order, DropCancel drop, DateTimeOffset now)
        => order.FindAttempt(drop.Attempt) switch
        {
            null => new Refused(OrderRefusal.AttemptUnknown),
            { State: AttemptState.Open, CancelAskedAt: not null } attempt => new Moved(
                OrderRules.Replace(OrderRules.Next(order), attempt with
                {
                    CancelAskedAt = null,
                    AskAt = now,
                }),
                OrderEvent.CancelDropped),
            _ => new Replayed(order),
        };

    /// <summary>The channel cancelled an attempt.</summary>
    public static OrderDecision Decide(Order order, Revoke revoke, DateTimeOffset now)
    {
        var attempt = order.FindAttempt(revoke.Attempt);
        if (attempt is null)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        if (!string.Equals(attempt.Account, revoke.Account, StringComparison.Ordinal))
        {
            return new Refused(OrderRefusal.AccountDiffers);
        }

        return (attempt.State, revoke.Refunded) switch
        {
            (AttemptState.Ended, null) => new Replayed(order),
            (AttemptState.Succeeded, null) => new Refused(OrderRefusal.SuccessContradicted),
            (AttemptState.Succeeded, { } refunded) => TakeBack(order, attempt, refunded, now),
            (_, null) => Shut(
                OrderRules.Replace(
                    OrderRules.Next(order),
                    attempt with
                    {
                        State = AttemptState.Ended,
                        AskAt = null,
                        CancelAskedAt = null,
                    }),
                OrderEvent.Revoked, now),
            (_, { } refunded) => GiveBack(order, attempt, refunded, now),
        };
    }

    /// <summary>The merchant cancels; the open attempts have been cancelled before.</summary>
    public static OrderDecision ByMerchant(Order order, DateTimeOffset now)
        => order.State switch
        {
            OrderState.Revoked => new Replayed(order),
            OrderState.Success when IsTakenBack(order) => new Replayed(order),
            OrderState.Success => new Refused(OrderRefusal.OrderPaid),
            OrderState.Closed => new Refused(OrderRefusal.OrderClosed),
            _ when order.OpenAttempts().Any() => new Refused(OrderRefusal.AttemptOpen),
            _ => Shut(OrderRules.Next(order), OrderEvent.Revoked, now),
        };

    /// <summary>
    /// The payer was quicker than the cancel: the payment is known, perhaps told to the merchant,
    /// and has gone back all the same. A repeated cancel finds that booked.
    /// </summary>
    private static OrderDecision TakeBack(
        Order order, Attempt attempt, RevokedPayment refunded, DateTimeOffset now)
    {
        if (IsGivenBack(order, attempt.Number))
        {
            return new Replayed(order);
        }

        var left = order is { Terms.Hold: not null, Payment: { } held }
            && held.Attempt == attempt.Number
                ? order.Remaining.Fen
                : order.Terms.Total.Fen - order.RefundedOf(attempt.Number).Fen;
        var refund = Booked(order, attempt, Money.OfFen(left), refunded, now);
        return left == 0
            ? new Refused(OrderRefusal.SuccessContradicted)
            : new Moved(
                OrderRules.Next(order) with { Refunds = order.Refunds.Add(refund) },
                OrderEvent.RevokedPaid, TellsMerchant: true, Refund: refund.Number);
    }

    private static Moved GiveBack(
        Order order, Attempt attempt, RevokedPayment refunded, DateTimeOffset now)
    {
        var next = OrderRules.Replace(OrderRules.Next(order), attempt with
        {
            State = AttemptState.Succeeded,
            AskAt = null,
            CancelAskedAt = null,
            ChannelTradeNo = refunded.ChannelTradeNo,
        });
        return Shut(
            next with
            {
                Refunds = next.Refunds.Add(
                    Booked(order, attempt, order.Terms.Total, refunded, now)),
            },
            OrderEvent.RevokedPaid, now);
    }

    /// <summary>Whether the payment itself went back by a cancel: there is nothing to refund.
    /// </summary>
    private static bool IsTakenBack(Order order)
        => order.Payment is { } payment && IsGivenBack(order, payment.Attempt);

    private static bool IsGivenBack(Order order, int attempt)
        => order.Refunds.Any(r => r.Attempt == attempt && r.Origin == RefundOrigin.Cancel);

    private static Refund Booked(
        Order order, Attempt attempt, Money total, RevokedPayment refunded, DateTimeOffset now)
        => new(
            order.Refunds.Length + 1, attempt.Number, total, RefundOrigin.Cancel,
            RefundState.Succeeded, now, EndedAt: refunded.At);

    private static Moved Shut(Order order, OrderEvent how, DateTimeOffset now)
        => new(
            order.IsTerminal || order.OpenAttempts().Any()
                ? order
                : order with { State = OrderState.Revoked, ClosedAt = now },
            how);
}
