namespace PayFunctions.Orders;

/// <summary>What opens an attempt, keeps it open, and ends it unpaid.</summary>
internal static class AttemptRules
{
    /// <summary>The most attempts one order may have; two digits hold them.</summary>
    public const int MaxAttempts = 20;

    /// <summary>The payer goes to a channel.</summary>
    public static OrderDecision Open(Order order, OpenAttempt open, DateTimeOffset now)
        => WhyNotPayable(order, now) is { } why ? new Refused(why)
            // What nobody pays is tried once: the merchant may capture or debit again.
            : (order is { Attempts.IsEmpty: false }
                    && (order.Terms.Capture is not null || order.Terms.Debit is not null))
                || order.OpenAttempts().Any(a => IsSame(a, open))
                ? new Replayed(order)

            // Two signatures would be two agreements, and one order cannot be both.
            : order is { Terms.Agreement: not null, Attempts.IsEmpty: false }
                ? new Refused(OrderRefusal.TooManyAttempts)
            : Add(order, open, charge: null, now);

    /// <summary>
    /// The till charges a code. While another code's outcome is open, no second one is charged.
    /// </summary>
    public static OrderDecision Charge(Order order, ChargeCode charge, DateTimeOffset now)
    {
        if (order.Attempts.Any(a => string.Equals(
            a.CodeDigest, charge.CodeDigest, StringComparison.Ordinal)))
        {
            return new Replayed(order);
        }

        return WhyNotPayable(order, now) is { } why ? new Refused(why)
            : order.OpenAttempts().Any(static a => a.CodeDigest is not null)
                ? new Refused(OrderRefusal.AttemptOpen)
            : Add(
                order, new OpenAttempt(charge.Product, charge.Account, charge.Fee), charge, now);
    }

    /// <summary>
    /// The channel made a code; the first one stays. It is not shown for an order that is over.
    /// </summary>
    public static OrderDecision Show(Order order, ShowCode code)
        => order.FindAttempt(code.Attempt) switch
        {
            null => new Refused(OrderRefusal.AttemptUnknown),
            { State: AttemptState.Open, CodeUrl: null } when WhyOver(order) is { } why
                => new Refused(why),
            { State: AttemptState.Open, CodeUrl: null } attempt => new Moved(
                OrderRules.Replace(
                    OrderRules.Next(order), attempt with { CodeUrl = code.CodeUrl }),
                OrderEvent.CodeShown),
            _ => new Replayed(order),
        };

    /// <summary>The channel ended an attempt unpaid.</summary>
    public static OrderDecision End(Order order, Decline decline)
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
            // Some channels call a trade ended when all of its money went back.
            AttemptState.Succeeded when order.RefundedOf(attempt.Number) == order.Terms.Total
                => new Replayed(order),
            AttemptState.Succeeded => new Refused(OrderRefusal.SuccessContradicted),
            AttemptState.Ended => new Replayed(order),

            // What a cancel gave back can be called ended too: the cancel's answer will say.
            _ when attempt.CancelAskedAt is not null => new Replayed(order),
            _ => EndOpen(order, attempt),
        };
    }

    /// <summary>The channel said nothing that decides.</summary>
    public static OrderDecision AskAgain(Order order, Undecided undecided, DateTimeOffset now)
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
            KCode = KCodeRules.AfterQuestion(attempt.KCode, undecided.Heard, now),
        };
        return new Moved(
            OrderRules.Replace(OrderRules.Next(order), asked with
            {
                Asks = attempt.Asks + 1,
                Silences = undecided.Heard ? 0 : attempt.Silences + 1,
                AskAt = AskSchedule.NextAt(order, asked, now),
            }),
            OrderEvent.AskedAgain);
    }

    /// <summary>Begins one more attempt.</summary>
    internal static OrderDecision Add(
        Order order, OpenAttempt open, ChargeCode? charge, DateTimeOffset now, KCode? kcode = null)
    {
        if (order.Attempts.Length == MaxAttempts)
        {
            return new Refused(OrderRefusal.TooManyAttempts);
        }

        var attempt = new Attempt(
            order.Attempts.Length + 1, open.Product, open.Account, AttemptState.Open, now,
            AskAt: null,
            PollUntil: charge is null ? null : now + AskSchedule.PollFor,
            CodeDigest: charge?.CodeDigest, Fee: open.Fee, KCode: kcode, Filing: open.Filing);
        return new Moved(
            OrderRules.Next(order) with
            {
                State = OrderState.UserPaying,
                Attempts = order.Attempts.Add(
                    attempt with { AskAt = AskSchedule.NextAt(order, attempt, now) }),
            },
            OrderEvent.AttemptOpened);
    }

    /// <summary>Ends an open attempt unpaid.</summary>
    internal static Moved EndOpen(
        Order order, Attempt attempt, OrderEvent how = OrderEvent.AttemptEnded)
    {
        var next = OrderRules.Replace(
            OrderRules.Next(order),
            attempt with { State = AttemptState.Ended, AskAt = null });
        return new Moved(
            order.IsTerminal || next.OpenAttempts().Any()
                ? next
                : next with { State = OrderState.PayError },
            how);
    }

    private static bool IsSame(Attempt attempt, OpenAttempt open)
        => string.Equals(attempt.Product, open.Product, StringComparison.Ordinal)
            && string.Equals(attempt.Account, open.Account, StringComparison.Ordinal);

    private static OrderRefusal? WhyOver(Order order) => order.State switch
    {
        OrderState.Success => OrderRefusal.OrderPaid,
        OrderState.Closed => OrderRefusal.OrderClosed,
        OrderState.Revoked => OrderRefusal.OrderRevoked,
        _ => null,
    };

    /// <summary>Why nothing can be begun on the order.</summary>
    internal static OrderRefusal? WhyNotPayable(Order order, DateTimeOffset now)
        => WhyOver(order) ?? order switch
        {
            _ when now >= order.ExpiresAt => OrderRefusal.OrderExpired,
            _ when order.OpenAttempts().Any(static a => a.CancelAskedAt is not null)
                => OrderRefusal.CancelUnderWay,
            _ => null,
        };
}
