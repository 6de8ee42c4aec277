namespace PayFunctions.Orders;

/// <summary>
/// What takes money from a hold, and what lets it go. Together they never exceed what is held: it
/// is checked with the write, for the order that is checked is the order that is replaced.
/// </summary>
internal static class CaptureRules
{
    /// <summary>The most captures of one hold, those that failed included.</summary>
    public const int MaxCaptures = 50;

    /// <summary>Decides a command about captures and releases.</summary>
    public static OrderDecision Decide(Order order, OrderCommand command, DateTimeOffset now)
        => command switch
        {
            RequestCapture request => Request(order, request, now),
            SettleCapture settle => Settle(order, settle, now),
            FailCapture fail => Fail(order, fail, now),
            UndecidedCapture undecided => AskAgain(order, undecided, now),
            RequestRelease release => Release(order, release, now),
            ExpireHold => ReleaseByTime(order, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    /// <summary>
    /// Why a capture cannot be, in the documented order of checks; null when it can, or is there
    /// already.
    /// </summary>
    public static OrderRefusal? WhyNot(Order order, RequestCapture request, DateTimeOffset now)
    {
        if (order.FindCapture(request.OutTradeNo) is { } known)
        {
            return known.Total == request.Total && known.IsFinal == request.IsFinal
                ? null
                : OrderRefusal.ContentDiffers;
        }

        if (WhyNotHeld(order) is { } why)
        {
            return why;
        }

        if (now >= order.HeldUntil)
        {
            return OrderRefusal.HoldExpired;
        }

        // The channel lets go what is left, and would refuse what is on its way.
        if (request.IsFinal && (order.OpenCaptures().Any() || order.OpenRefunds().Any()))
        {
            return OrderRefusal.HoldBusy;
        }

        if (request.Total.Fen > order.Remaining.Fen)
        {
            return OrderRefusal.ExceedsHold;
        }

        return order.Captures.Length >= MaxCaptures ? OrderRefusal.TooManyCaptures : null;
    }

    /// <summary>Why a merchant's release cannot be, as for captures.</summary>
    public static OrderRefusal? WhyNot(Order order, RequestRelease release)
    {
        if (order.FindRefund(release.OutRequestNo) is { } known)
        {
            return release.Total is null || known.Total == release.Total
                ? null
                : OrderRefusal.RefundContentDiffers;
        }

        if (WhyNotHeld(order) is { } why)
        {
            return why;
        }

        if (release.Total?.Fen > order.Remaining.Fen)
        {
            return OrderRefusal.ExceedsHold;
        }

        return order.Refunds.Length >= RefundRules.MaxRefunds ? OrderRefusal.TooManyRefunds : null;
    }

    /// <summary>
    /// When what is left is released by itself; null when nothing is, or somebody must first say
    /// what became of a capture. A release that keeps failing is a human's.
    /// </summary>
    public static DateTimeOffset? ReleaseAt(Order order)
    {
        if (order.HeldUntil is not { } until || order.Remaining.Fen == 0
            || order.OpenCaptures().Any())
        {
            return null;
        }

        Refund[] tries = [.. order.Refunds.Where(
            static r => r.Origin == RefundOrigin.HoldExpired)];
        return tries switch
        {
            [] => until,
            { Length: >= RefundRules.MaxOwnTries } => null,
            [.., var last] => last.EndedAt + RefundSchedule.NewNumberAfter,
        };
    }

    private static OrderRefusal? WhyNotHeld(Order order)
        => order is not { Terms.Hold: not null, State: OrderState.Success, Payment: not null }
            || order.Remaining.Fen == 0
            || order.OpenCaptures().Any(static c => c.IsFinal)
                ? OrderRefusal.NothingHeld
                : null;

    private static OrderDecision Request(Order order, RequestCapture request, DateTimeOffset now)
        => WhyNot(order, request, now) is { } why ? new Refused(why)
            : order.FindCapture(request.OutTradeNo) is not null ? new Replayed(order)
            : new Moved(
                OrderRules.Next(order) with
                {
                    Captures = order.Captures.Add(new Capture(
                        order.Captures.Length + 1, request.OutTradeNo, request.Total,
                        request.IsFinal, CaptureState.Processing, now,
                        now + RefundSchedule.First)),
                },
                OrderEvent.CaptureRequested);

    /// <summary>Money that was taken after all counts, unless there is no room for it.</summary>
    private static OrderDecision Settle(Order order, SettleCapture settle, DateTimeOffset now)
        => order.FindCapture(settle.Capture) switch
        {
            null => new Refused(OrderRefusal.CaptureUnknown),
            { State: CaptureState.Succeeded } => new Replayed(order),
            { State: CaptureState.Failed } late when WhyNoRoom(order, late) is { } why
                => new Refused(why),
            { } capture => new Moved(
                LetRestGo(
                    End(order, capture, CaptureState.Succeeded, settle.At),
                    capture, settle.At, now),
                OrderEvent.Captured),
        };

    private static OrderRefusal? WhyNoRoom(Order order, Capture late)
        => order.Terms.Agreement is { } terms
            ? late.Total.Fen > order.DebitableFen || order.Debits >= terms.CountLimit
                ? OrderRefusal.ExceedsAgreement
                : null
            : late.Total.Fen > order.Remaining.Fen ? OrderRefusal.ExceedsHold : null;

    private static OrderDecision Fail(Order order, FailCapture fail, DateTimeOffset now)
        => order.FindCapture(fail.Capture) switch
        {
            null => new Refused(OrderRefusal.CaptureUnknown),
            { State: CaptureState.Succeeded } => new Refused(OrderRefusal.CaptureContradicted),
            { State: CaptureState.Failed } => new Replayed(order),
            { } capture => new Moved(
                End(order, capture, CaptureState.Failed, now), OrderEvent.CaptureFailed),
        };

    private static OrderDecision AskAgain(
        Order order, UndecidedCapture undecided, DateTimeOffset now)
        => order.FindCapture(undecided.Capture) switch
        {
            null => new Refused(OrderRefusal.CaptureUnknown),
            { State: CaptureState.Processing } capture => new Moved(
                OrderRules.Replace(OrderRules.Next(order), capture with
                {
                    Asks = capture.Asks + 1,
                    AskAt = now + RefundSchedule.PauseAfter(capture.Asks),
                }),
                OrderEvent.CaptureAskedAgain),
            _ => new Replayed(order),
        };

    private static OrderDecision Release(Order order, RequestRelease release, DateTimeOffset now)
        => WhyNot(order, release) is { } why ? new Refused(why)
            : order.FindRefund(release.OutRequestNo) is not null ? new Replayed(order)
            : new Moved(
                OrderRules.Next(order) with
                {
                    Refunds = order.Refunds.Add(new Refund(
                        order.Refunds.Length + 1, order.Payment!.Attempt,
                        release.Total ?? order.Remaining, RefundOrigin.Merchant,
                        RefundState.Processing, now, release.OutRequestNo,
                        AskAt: now + RefundSchedule.First)),
                },
                OrderEvent.ReleaseRequested);

    private static OrderDecision ReleaseByTime(Order order, DateTimeOffset now)
        => ReleaseAt(order) is { } due && due <= now
            ? new Moved(
                RefundRules.Owe(
                    OrderRules.Next(order), order.Payment!.Attempt, order.Remaining,
                    RefundOrigin.HoldExpired, now),
                OrderEvent.ReleaseRequested)
            : new Replayed(order);

    private static Order End(
        Order order, Capture capture, CaptureState state, DateTimeOffset at)
        => OrderRules.Replace(
            OrderRules.Next(order), capture with { State = state, EndedAt = at, AskAt = null });

    /// <summary>What the channel let go with the last capture; it had no number of ours.</summary>
    private static Order LetRestGo(
        Order order, Capture capture, DateTimeOffset at, DateTimeOffset now)
        => capture.IsFinal && order.Remaining.Fen > 0
            ? order with
            {
                Refunds = order.Refunds.Add(new Refund(
                    order.Refunds.Length + 1, order.Payment!.Attempt, order.Remaining,
                    RefundOrigin.FinalCapture, RefundState.Succeeded, now, EndedAt: at)),
            }
            : order;
}
