using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>
/// What each command does in each state: pure, total, and true on paper. docs/states.md is
/// generated from these rules.
/// </summary>
internal static class OrderRules
{
    /// <summary>The most attempts one order may have; two digits hold them.</summary>
    public const int MaxAttempts = 20;

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
            (_, OpenAttempt open) => Open(order, open, now),
            (_, Succeed success) => SuccessRules.Decide(order, success, now),
            (_, Decline decline) => End(order, decline),
            (_, Undecided undecided) => AskAgain(order, undecided, now),
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

    private static OrderDecision Open(Order order, OpenAttempt open, DateTimeOffset now)
    {
        if (Ended(order) is { } ended)
        {
            return new Refused(ended);
        }

        if (now >= order.ExpiresAt)
        {
            return new Refused(OrderRefusal.OrderExpired);
        }

        if (order.OpenAttempts().Any(a => IsSame(a, open)))
        {
            return new Replayed(order);
        }

        if (order.Attempts.Length == MaxAttempts)
        {
            return new Refused(OrderRefusal.TooManyAttempts);
        }

        var attempt = new Attempt(
            order.Attempts.Length + 1, open.Product, open.Account, AttemptState.Open, now,
            AskSchedule.NextAt(order, asks: 0, now));
        return new Moved(
            Next(order) with
            {
                State = OrderState.UserPaying,
                Attempts = order.Attempts.Add(attempt),
            },
            OrderEvent.AttemptOpened);
    }

    private static bool IsSame(Attempt attempt, OpenAttempt open)
        => string.Equals(attempt.Product, open.Product, StringComparison.Ordinal)
            && string.Equals(attempt.Account, open.Account, StringComparison.Ordinal);

    private static OrderDecision End(Order order, Decline decline)
    {
        var attempt = order.FindAttempt(decline.Attempt);
        if (attempt is null)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        if (!string.Equals(attempt.Account, decline.Account, StringComparison.Ordinal))
        {
            return new Refused(OrderRefusal.AccountDiffers);
        }

        return attempt.State switch
        {
            AttemptState.Succeeded => new Refused(OrderRefusal.SuccessContradicted),
            AttemptState.Ended => new Replayed(order),
            _ => EndOpen(order, attempt),
        };
    }

    private static Moved EndOpen(Order order, Attempt attempt)
    {
        var next = Replace(
            Next(order), attempt with { State = AttemptState.Ended, AskAt = null });
        return new Moved(
            order.IsTerminal || next.OpenAttempts().Any()
                ? next
                : next with { State = OrderState.PayError },
            OrderEvent.AttemptEnded);
    }

    private static OrderDecision AskAgain(Order order, Undecided undecided, DateTimeOffset now)
    {
        var attempt = order.FindAttempt(undecided.Attempt);
        if (attempt is null)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        if (attempt.State != AttemptState.Open)
        {
            return new Replayed(order);
        }

        var asked = attempt with
        {
            Asks = attempt.Asks + 1,
            AskAt = AskSchedule.NextAt(order, attempt.Asks, now),
        };
        return new Moved(Replace(Next(order), asked), OrderEvent.AskedAgain);
    }

    private static OrderDecision ByTime(Order order, Expire expire, DateTimeOffset now)
    {
        if (order.State == OrderState.Closed)
        {
            return new Replayed(order);
        }

        if (order.State == OrderState.Success)
        {
            return new Refused(OrderRefusal.OrderPaid);
        }

        return now < order.ExpiresAt
            ? new Refused(OrderRefusal.NotExpired)
            : Shut(order, expire.Ended, OrderEvent.Expired, now);
    }

    private static OrderDecision ByMerchant(Order order, Close close, DateTimeOffset now)
        => order.State switch
        {
            OrderState.Closed => new Replayed(order),
            OrderState.Success => new Refused(OrderRefusal.OrderPaid),
            _ => Shut(order, close.Ended, OrderEvent.Closed, now),
        };

    private static OrderDecision Shut(
        Order order, ImmutableHashSet<int> ended, OrderEvent how, DateTimeOffset now)
    {
        if (order.OpenAttempts().Any(a => !ended.Contains(a.Number)))
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
                    .. order.Attempts.Select(static a => a.State == AttemptState.Open
                        ? a with { State = AttemptState.Ended, AskAt = null }
                        : a),
                ],
            },
            how);
    }

    private static OrderRefusal? Ended(Order order) => order.State switch
    {
        OrderState.Success => OrderRefusal.OrderPaid,
        OrderState.Closed => OrderRefusal.OrderClosed,
        _ => null,
    };

    /// <summary>The same order, one version on.</summary>
    internal static Order Next(Order order) => order with { Version = order.Version + 1 };

    /// <summary>The same order with one attempt replaced.</summary>
    internal static Order Replace(Order order, Attempt attempt)
        => order with { Attempts = order.Attempts.SetItem(attempt.Number - 1, attempt) };
}
