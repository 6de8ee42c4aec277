using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>
/// Payment by a card and a code that the bank sends to the payer's phone. Every request has a
/// number of the merchant's: the same number is the same request, whatever became of it. All
/// limits are of the order: another card begins another attempt, and no new count.
/// </summary>
internal static class KCodeRules
{
    /// <summary>How often a code may be asked for: the first time, again, and for another card.
    /// </summary>
    public const int MaxCodes = 5;

    /// <summary>How many codes may be entered without paying.</summary>
    public const int MaxTries = 5;

    /// <summary>The least time from one request for a code to the next one.</summary>
    public static readonly TimeSpan SendEvery = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a code that was entered may be on its way: longer than both calls to a channel
    /// together may take.
    /// </summary>
    public static readonly TimeSpan TryFor = TimeSpan.FromSeconds(30);

    /// <summary>Decides a command about a code.</summary>
    public static OrderDecision Decide(Order order, OrderCommand command, DateTimeOffset now)
        => command switch
        {
            RequestKCode request => Request(order, request, now),
            RepeatKCode repeat => Repeat(order, repeat, now),
            TryKCode entered => Try(order, entered, now),
            ConfirmKCode confirm => Confirm(order, confirm),
            RefuseKCode refuse => Refuse(order, refuse),
            FailKCode fail => Fail(order, fail),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };

    /// <summary>How many codes may still be asked for.</summary>
    public static int CodesLeft(Order order)
        => Math.Max(0, MaxCodes - Codes(order).Sum(static c => 1 + c.Resends.Length));

    /// <summary>How many codes may still be entered.</summary>
    public static int TriesLeft(Order order)
        => Math.Max(0, MaxTries - Codes(order).SelectMany(static c => c.Tries)
            .Count(static t => t.State != KCodeTryState.Open));

    /// <summary>The attempt whose code is waited for, or null.</summary>
    public static Attempt? FindOpen(Order order)
        => order.OpenAttempts().LastOrDefault(static a => a.KCode is not null);

    /// <summary>The attempt that was begun by that request, or null.</summary>
    public static Attempt? FindRequest(Order order, string outRequestNo)
        => order.Attempts.FirstOrDefault(a => Is(a.KCode?.OutRequestNo, outRequestNo));

    /// <summary>The attempt on which a code was entered by that request, or null.</summary>
    public static Attempt? FindTry(Order order, string outRequestNo)
        => order.Attempts.FirstOrDefault(
            a => a.KCode?.Tries.Any(t => Is(t.OutRequestNo, outRequestNo)) == true);

    /// <summary>
    /// What a question teaches about a code that was entered: some time later unpaid is unpaid, and
    /// the payer may enter another one. It is for the same trade, which can be paid once.
    /// </summary>
    public static KCode? AfterQuestion(KCode? code, bool unpaid, DateTimeOffset now)
        => code is { IsPaying: true } && unpaid
            ? code with
            {
                Tries =
                [
                    .. code.Tries.Select(t => t.State == KCodeTryState.Open && now >= t.At + TryFor
                        ? t with { State = KCodeTryState.Unpaid }
                        : t),
                ],
            }
            : code;

    private static OrderDecision Request(Order order, RequestKCode request, DateTimeOffset now)
    {
        if (FindRequest(order, request.OutRequestNo) is not null)
        {
            return new Replayed(order);
        }

        if ((AttemptRules.WhyNotPayable(order, now) ?? WhyNoCode(order, now)) is { } why)
        {
            return new Refused(why);
        }

        if (order.OpenAttempts().Any(static a => !CanDrop(a)))
        {
            return new Refused(OrderRefusal.AttemptOpen);
        }

        // Nobody but us can pay what another card was named for, and we will not.
        var alone = order with
        {
            Attempts =
            [
                .. order.Attempts.Select(static a => a.State == AttemptState.Open ? Ended(a) : a),
            ],
        };
        return AttemptRules.Add(
            alone, new OpenAttempt(request.Product, request.Account, request.Fee), charge: null,
            now, KCode.Asked(request.OutRequestNo, now));
    }

    private static OrderDecision Repeat(Order order, RepeatKCode repeat, DateTimeOffset now)
    {
        if (Codes(order).Any(c => c.Resends.Contains(
            repeat.OutRequestNo, StringComparer.Ordinal)))
        {
            return new Replayed(order);
        }

        if (AttemptRules.WhyNotPayable(order, now) is { } over)
        {
            return new Refused(over);
        }

        return (FindOpen(order), WhyNoCode(order, now)) switch
        {
            (_, OrderRefusal.KCodeTriesExhausted)
                => new Refused(OrderRefusal.KCodeTriesExhausted),
            (null, _) => new Refused(OrderRefusal.KCodeNotOpen),
            ({ KCode.IsPaying: true }, _) => new Refused(OrderRefusal.AttemptOpen),
            (_, { } why) => new Refused(why),
            ({ KCode: { } code } attempt, _) => Next(
                order,
                attempt with
                {
                    KCode = code with
                    {
                        AskedAt = now,
                        Resends = code.Resends.Add(repeat.OutRequestNo),
                    },
                },
                OrderEvent.KCodeRepeated),
            _ => throw new InvalidOperationException("An attempt without a code was found."),
        };
    }

    private static OrderDecision Try(Order order, TryKCode entered, DateTimeOffset now)
    {
        if (FindTry(order, entered.OutRequestNo) is not null)
        {
            return new Replayed(order);
        }

        if (AttemptRules.WhyNotPayable(order, now) is { } why)
        {
            return new Refused(why);
        }

        if (TriesLeft(order) == 0)
        {
            return new Refused(OrderRefusal.KCodeTriesExhausted);
        }

        if (FindOpen(order) is not { KCode: { } code } attempt)
        {
            return new Refused(OrderRefusal.KCodeNotOpen);
        }

        return code.IsPaying
            ? new Refused(OrderRefusal.AttemptOpen)
            : Next(
                order,
                attempt with
                {
                    AskAt = now + TryFor,
                    KCode = code with
                    {
                        Tries = code.Tries.Add(
                            new KCodeTry(entered.OutRequestNo, KCodeTryState.Open, now)),
                    },
                },
                OrderEvent.KCodeTried);
    }

    private static OrderDecision Confirm(Order order, ConfirmKCode confirm)
        => order.FindAttempt(confirm.Attempt) switch
        {
            null => new Refused(OrderRefusal.AttemptUnknown),
            { State: AttemptState.Open, KCode: { State: KCodeState.Asked } code } attempt => Next(
                order, attempt with { KCode = code with { State = KCodeState.Sent } },
                OrderEvent.KCodeSent),
            _ => new Replayed(order),
        };

    private static OrderDecision Refuse(Order order, RefuseKCode refuse)
        => order.FindAttempt(refuse.Attempt) switch
        {
            null => new Refused(OrderRefusal.AttemptUnknown),

            // A code was entered meanwhile: what that did is asked about.
            { State: AttemptState.Open, KCode: { IsPaying: false } code } attempt
                => AttemptRules.EndOpen(
                    order,
                    attempt with
                    {
                        KCode = code with
                        {
                            State = refuse.SignUrl is null
                                ? KCodeState.Refused
                                : KCodeState.NotSigned,
                            SignUrl = refuse.SignUrl,
                        },
                    },
                    OrderEvent.KCodeRefused),
            _ => new Replayed(order),
        };

    private static OrderDecision Fail(Order order, FailKCode fail)
    {
        if (order.FindAttempt(fail.Attempt) is not { } attempt)
        {
            return new Refused(OrderRefusal.AttemptUnknown);
        }

        var at = attempt.KCode?.Tries.FindIndex(t => Is(t.OutRequestNo, fail.OutRequestNo)) ?? -1;
        if (attempt.State != AttemptState.Open || at < 0
            || attempt.KCode!.Tries[at].State == KCodeTryState.Wrong)
        {
            return new Replayed(order);
        }

        var code = attempt.KCode;
        var failed = attempt with
        {
            KCode = code with
            {
                Tries = code.Tries.SetItem(
                    at, code.Tries[at] with { State = KCodeTryState.Wrong }),
            },
        };

        // What nobody knows for certain is asked about until the order's end.
        return TriesLeft(OrderRules.Replace(order, failed)) == 0 && CanDrop(failed)
            ? AttemptRules.EndOpen(order, failed, OrderEvent.KCodeExhausted)
            : Next(order, failed, OrderEvent.KCodeFailed);
    }

    /// <summary>Why no code can be asked for now.</summary>
    private static OrderRefusal? WhyNoCode(Order order, DateTimeOffset now) => order switch
    {
        _ when TriesLeft(order) == 0 => OrderRefusal.KCodeTriesExhausted,
        _ when CodesLeft(order) == 0 => OrderRefusal.KCodesExhausted,
        _ when FindOpen(order)?.KCode?.AskedAt > now - SendEvery => OrderRefusal.KCodeTooSoon,
        _ => null,
    };

    /// <summary>Whether an open attempt can be given up: certainly nothing is being paid.</summary>
    private static bool CanDrop(Attempt attempt)
        => attempt.KCode?.Tries.All(static t => t.State == KCodeTryState.Wrong) == true;

    private static IEnumerable<KCode> Codes(Order order)
        => order.Attempts.Select(static a => a.KCode).OfType<KCode>();

    private static Attempt Ended(Attempt attempt)
        => attempt with { State = AttemptState.Ended, AskAt = null };

    private static Moved Next(Order order, Attempt attempt, OrderEvent how)
        => new(OrderRules.Replace(OrderRules.Next(order), attempt), how);

    private static bool Is(string? one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);

    private static int FindIndex(this ImmutableArray<KCodeTry> tries, Func<KCodeTry, bool> which)
    {
        for (var i = 0; i < tries.Length; i++)
        {
            if (which(tries[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
