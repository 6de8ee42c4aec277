namespace PayFunctions.Orders;

/// <summary>
/// What debits take under an agreement, and how it ends. Debits that are under way count as taken:
/// a limit is checked with the write, for the order that is checked is the order that is replaced.
/// </summary>
internal static class AgreementRules
{
    /// <summary>The most debits that are kept one by one; older ones are kept as sums.</summary>
    public const int MaxDebits = CaptureRules.MaxCaptures;

    /// <summary>How long a debit that is over is kept one by one.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(2);

    /// <summary>Decides a command about an agreement.</summary>
    public static OrderDecision Decide(Order order, OrderCommand command, DateTimeOffset now)
        => (order, command) switch
        {
            ({ Terms.Agreement: null }, _) => new Refused(OrderRefusal.AgreementNotActive),
            (_, RequestDebit debit) => Debit(order, debit, now),
            (_, RequestUnsign) => Unsign(order, now),
            (_, ExpireAgreement) => Lapse(order, now),
            (_, UndecidedUnsign) => AskAgain(order, now),
            (_, EndAgreement end) => End(order, end, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    /// <summary>Whether debits are possible.</summary>
    public static bool IsActive(Order order, DateTimeOffset now)
        => order is
        {
            Terms.Agreement: not null, State: OrderState.Success, Payment: not null, End: null,
        }
            && now < order.ValidUntil;

    /// <summary>
    /// Why a debit cannot be, in the documented order of checks; null when it can, or is there
    /// already.
    /// </summary>
    /// <param name="order">The agreement.</param>
    /// <param name="debit">What is wished for.</param>
    /// <param name="now">When.</param>
    /// <param name="before">How many debits are to be made before it.</param>
    /// <param name="beforeFen">What those take.</param>
    public static OrderRefusal? WhyNot(
        Order order, RequestDebit debit, DateTimeOffset now, int before = 0, long beforeFen = 0)
    {
        if (order.FindCapture(debit.OutTradeNo) is { } known)
        {
            return known.Total == debit.Total ? null : OrderRefusal.ContentDiffers;
        }

        if (order.Terms.Agreement is not { } terms || !IsActive(order, now))
        {
            return OrderRefusal.AgreementNotActive;
        }

        if (debit.Total.Fen > terms.SingleLimit.Fen
            || debit.Total.Fen + beforeFen > order.DebitableFen
            || order.Debits + before >= terms.CountLimit)
        {
            return OrderRefusal.ExceedsAgreement;
        }

        return Fold(order, now, before).Captures.Length + before >= MaxDebits
            ? OrderRefusal.TooManyDebits
            : null;
    }

    /// <summary>When something is due that only time decides; null when nothing is.</summary>
    public static DateTimeOffset? NextAt(Order order) => order switch
    {
        { Terms.Agreement: null } or { Payment: null } => null,
        { End: { } end } => end.AskAt,
        _ => order.ValidUntil,
    };

    private static OrderDecision Debit(Order order, RequestDebit debit, DateTimeOffset now)
    {
        if (WhyNot(order, debit, now) is { } why)
        {
            return new Refused(why);
        }

        if (order.FindCapture(debit.OutTradeNo) is not null)
        {
            return new Replayed(order);
        }

        var next = Fold(OrderRules.Next(order), now);
        return new Moved(
            next with
            {
                Captures = next.Captures.Add(new Capture(
                    next.LastDebit + 1, debit.OutTradeNo, debit.Total, IsFinal: false,
                    CaptureState.Processing, now, now + RefundSchedule.First)),
            },
            OrderEvent.CaptureRequested);
    }

    private static OrderDecision Unsign(Order order, DateTimeOffset now) => order switch
    {
        { State: not OrderState.Success } or { Payment: null }
            => new Refused(OrderRefusal.AgreementNotActive),
        { End: not null } => new Replayed(order),
        _ => Ending(order, AgreementEnder.Merchant, now + RefundSchedule.First, now),
    };

    private static OrderDecision Lapse(Order order, DateTimeOffset now)
        => order is { State: OrderState.Success, Payment: not null, End: null }
            && now >= order.ValidUntil
                ? Ending(order, AgreementEnder.Time, now, now)
                : new Replayed(order);

    private static OrderDecision AskAgain(Order order, DateTimeOffset now)
        => order.End is { EndedAt: null } end
            ? new Moved(
                OrderRules.Next(order) with
                {
                    End = end with
                    {
                        Asks = end.Asks + 1,
                        AskAt = now + RefundSchedule.PauseAfter(end.Asks),
                    },
                },
                OrderEvent.UnsignAskedAgain)
            : new Replayed(order);

    /// <summary>
    /// The channel says that it is over. That may come before the news that it was signed: then it
    /// was both.
    /// </summary>
    private static OrderDecision End(Order order, EndAgreement end, DateTimeOffset now)
    {
        if (order.FindAttempt(end.Attempt) is not { } attempt)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        if (!string.Equals(attempt.Account, end.Account, StringComparison.Ordinal))
        {
            return new Refused(OrderRefusal.AccountDiffers);
        }

        if (attempt.ChannelTradeNo is { } known
            && !string.Equals(known, end.ChannelAgreementNo, StringComparison.Ordinal))
        {
            return new Refused(OrderRefusal.TradeNumberDiffers);
        }

        if (order.End is { EndedAt: not null })
        {
            return new Replayed(order);
        }

        var signed = order.Payment is not null ? order : Sign(order, attempt, end);
        return new Moved(
            OrderRules.Next(signed) with
            {
                End = (signed.End ?? new AgreementEnd(AgreementEnder.Channel, now)) with
                {
                    AskAt = null,
                    EndedAt = end.At,
                },
            },
            OrderEvent.AgreementEnded, TellsMerchant: true);
    }

    private static Order Sign(Order order, Attempt attempt, EndAgreement end)
        => OrderRules.Replace(order, attempt with
        {
            State = AttemptState.Succeeded,
            AskAt = null,
            ChannelTradeNo = end.ChannelAgreementNo,
        }) with
        {
            State = OrderState.Success,
            Payment = new Payment(attempt.Number, end.ChannelAgreementNo, end.At),
        };

    private static Moved Ending(
        Order order, AgreementEnder by, DateTimeOffset askAt, DateTimeOffset now)
        => new(
            OrderRules.Next(order) with { End = new AgreementEnd(by, now, askAt) },
            OrderEvent.UnsignRequested);

    /// <summary>What is over for long is kept as sums: an agreement outlives any list.</summary>
    private static Order Fold(Order order, DateTimeOffset now, int before = 0)
    {
        var old = order.Captures.RemoveAll(c => !(c.EndedAt + KeepFor <= now));
        if (order.Captures.Length + before < MaxDebits || old.IsEmpty)
        {
            return order;
        }

        var taken = old.Where(static c => c.State == CaptureState.Succeeded).ToArray();
        var tally = order.Tally ?? new DebitTally(0, 0, 0);
        return order with
        {
            Captures = order.Captures.RemoveRange(old),
            Tally = new DebitTally(
                Math.Max(tally.Last, old[^1].Number), tally.Count + taken.Length,
                tally.Fen + taken.Sum(static c => c.Total.Fen)),
        };
    }
}
