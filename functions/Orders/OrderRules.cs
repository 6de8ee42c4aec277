using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>
/// What each command does in each state: pure, total, and true on paper. docs/states.md is
/// generated from these rules.
/// </summary>
internal static class OrderRules
{
    /// <summary>Decides one command at one moment.</summary>
    /// <param name="order">The order, or null when there is none.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Read once per command.</param>
    public static OrderDecision Decide(Order? order, OrderCommand command, DateTimeOffset now)
        => (order, command) switch
        {
            (null, Create create) => Make(create, now),
            (null, _) => new Refused(OrderRefusal.OrderNotFound),
            (_, Create create) => Repeat(order, create),
            (_, OpenAttempt open) => AttemptRules.Open(order, open, now),
            (_, ChargeCode charge) => AttemptRules.Charge(order, charge, now),
            (_, ShowCode code) => AttemptRules.Show(order, code),
            (_, Succeed success) => SuccessRules.Decide(order, success, now),
            (_, Decline decline) => AttemptRules.End(order, decline),
            (_, BeginCancel begin) => RevokeRules.Begin(order, begin, now),
            (_, DropCancel drop) => RevokeRules.Drop(order, drop, now),
            (_, Revoke revoke) => RevokeRules.Decide(order, revoke, now),
            (_, CancelOrder) => RevokeRules.ByMerchant(order, now),
            (_, RequestRefund or SettleRefund or FailRefund or UndecidedRefund)
                => RefundRules.Decide(order, command, now),
            (_, RequestCapture or SettleCapture or FailCapture or UndecidedCapture
                or RequestRelease or ExpireHold)
                => CaptureRules.Decide(order, command, now),
            (_, RequestKCode or RepeatKCode or TryKCode or ConfirmKCode or RefuseKCode or FailKCode)
                => KCodeRules.Decide(order, command, now),
            (_, RequestDebit or RequestUnsign or ExpireAgreement or UndecidedUnsign
                or EndAgreement)
                => AgreementRules.Decide(order, command, now),
            (_, Undecided undecided) => AttemptRules.AskAgain(order, undecided, now),
            (_, Expire expire) => ByTime(order, expire, now),
            (_, Close close) => ByMerchant(order, close, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    private static Moved Make(Create create, DateTimeOffset now)
        => new(
            new Order
            {
                Id = OrderId.Of(create.AppId, create.OutTradeNo),
                AppId = create.AppId,
                OutTradeNo = create.OutTradeNo,
                Terms = create.Terms,
                LateSuccess = create.LateSuccess,
                State = OrderState.NotPay,
                Version = 1,
                CreatedAt = now,
            },
            OrderEvent.Created);

    private static OrderDecision Repeat(Order order, Create create)
        => order.Terms == create.Terms
            && string.Equals(order.AppId, create.AppId, StringComparison.Ordinal)
            && string.Equals(order.OutTradeNo, create.OutTradeNo, StringComparison.Ordinal)
                ? new Replayed(order)
                : new Refused(OrderRefusal.ContentDiffers);

    private static OrderDecision ByTime(Order order, Expire expire, DateTimeOffset now)
    {
        if (order.State is OrderState.Closed or OrderState.Revoked)
        {
            return new Replayed(order);
        }

        if (order.State == OrderState.Success)
        {
            return new Refused(OrderRefusal.OrderPaid);
        }

        return now < order.ExpiresAt
            ? new Refused(OrderRefusal.NotExpired)
            : Shut(order, expire.Ended, expire.Left, OrderEvent.Expired, now);
    }

    private static OrderDecision ByMerchant(Order order, Close close, DateTimeOffset now)
        => order.State switch
        {
            OrderState.Closed => new Replayed(order),
            OrderState.Revoked => new Refused(OrderRefusal.OrderRevoked),
            OrderState.Success => new Refused(OrderRefusal.OrderPaid),
            _ => Shut(order, close.Ended, close.Left, OrderEvent.Closed, now),
        };

    private static OrderDecision Shut(
        Order order, ImmutableHashSet<int> ended, ImmutableHashSet<int>? left, OrderEvent how,
        DateTimeOffset now)
    {
        if (order.OpenAttempts().Any(
            a => a.CancelAskedAt is not null
                || (!ended.Contains(a.Number) && left?.Contains(a.Number) != true)))
        {
            return new Refused(OrderRefusal.AttemptOpen);
        }

        return new Moved(
            Next(order) with
            {
                State = OrderState.Closed,
                ClosedAt = now,
                Attempts =
                [
                    .. order.Attempts.Select(a => a.State switch
                    {
                        AttemptState.Open when ended.Contains(a.Number)
                            => a with { State = AttemptState.Ended, AskAt = null },
                        AttemptState.Open => a with
                        {
                            AskAt = AskSchedule.NextAt(order, a, now),
                        },
                        _ => a,
                    }),
                ],
            },
            how);
    }

    /// <summary>The same order, one version on.</summary>
    internal static Order Next(Order order) => order with { Version = order.Version + 1 };

    /// <summary>The same order with one attempt replaced.</summary>
    internal static Order Replace(Order order, Attempt attempt)
        => order with { Attempts = order.Attempts.SetItem(attempt.Number - 1, attempt) };

    /// <summary>The same order with one refund replaced.</summary>
    internal static Order Replace(Order order, Refund refund)
        => order with { Refunds = order.Refunds.SetItem(refund.Number - 1, refund) };

    /// <summary>The same order with one capture replaced.</summary>
    internal static Order Replace(Order order, Capture capture)
        => order with
        {
            Captures = order.Captures.Replace(order.FindCapture(capture.Number)!, capture),
        };
}
