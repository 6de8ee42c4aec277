using System.Collections.Immutable;

namespace PayFunctions.Orders;

/// <summary>One order of a merchant.</summary>
internal sealed record Order
{
    /// <summary>The transaction_id.</summary>
    public required OrderId Id { get; init; }

    /// <summary>The merchant's application.</summary>
    public required string AppId { get; init; }

    /// <summary>The merchant's number.</summary>
    public required string OutTradeNo { get; init; }

    /// <summary>What the merchant asked for.</summary>
    public required PaymentTerms Terms { get; init; }

    /// <summary>What to do with a success that comes too late.</summary>
    public required LateSuccess LateSuccess { get; init; }

    /// <summary>What it is.</summary>
    public required OrderState State { get; init; }

    /// <summary>Counts the moves: 1 when created. Merchants drop older news by it.</summary>
    public required int Version { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on no new attempt is opened.</summary>
    public DateTimeOffset ExpiresAt => CreatedAt + Terms.Lifetime;

    /// <summary>The tries so far, the latest last.</summary>
    public ImmutableArray<Attempt> Attempts { get; init; } = [];

    /// <summary>The payment, once there is one.</summary>
    public Payment? Payment { get; init; }

    /// <summary>What went back, or has to.</summary>
    public ImmutableArray<Refund> Refunds { get; init; } = [];

    /// <summary>What was taken of a hold or under an agreement, or is being taken.</summary>
    public ImmutableArray<Capture> Captures { get; init; } = [];

    /// <summary>Debits under an agreement that are no more in <see cref="Captures"/>.</summary>
    public DebitTally? Tally { get; init; }

    /// <summary>The end of an agreement; null while nobody ends it.</summary>
    public AgreementEnd? End { get; init; }

    /// <summary>When it was closed or cancelled.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The latest delayed message about it.</summary>
    public WakeUp? WakeUp { get; init; }

    /// <summary>
    /// Nothing but a late success, or the end of another attempt, moves it any more.
    /// </summary>
    public bool IsTerminal
        => State is OrderState.Success or OrderState.Closed or OrderState.Revoked;

    /// <summary>The attempt with that number, or null.</summary>
    public Attempt? FindAttempt(int number)
        => Attempts.FirstOrDefault(a => a.Number == number);

    /// <summary>The attempts a payer may still pay.</summary>
    public IEnumerable<Attempt> OpenAttempts()
        => Attempts.Where(a => a.State == AttemptState.Open);

    /// <summary>The refund with that number, or null.</summary>
    public Refund? FindRefund(int number) => Refunds.FirstOrDefault(r => r.Number == number);

    /// <summary>The merchant's refund of that number, or null.</summary>
    public Refund? FindRefund(string outRequestNo)
        => Refunds.FirstOrDefault(
            r => string.Equals(r.OutRequestNo, outRequestNo, StringComparison.Ordinal));

    /// <summary>The refunds whose end is not known.</summary>
    public IEnumerable<Refund> OpenRefunds()
        => Refunds.Where(static r => r.State == RefundState.Processing);

    /// <summary>What is gone from an attempt's money, or may be.</summary>
    public Money RefundedOf(int attempt)
        => Terms.Total with
        {
            Fen = Refunds.Where(r => r.Attempt == attempt && r.Counts)
                .Sum(static r => r.Total.Fen),
        };

    /// <summary>The capture with that number, or null.</summary>
    public Capture? FindCapture(int number) => Captures.FirstOrDefault(c => c.Number == number);

    /// <summary>The capture that becomes the payment of that number, or null.</summary>
    public Capture? FindCapture(string outTradeNo)
        => Captures.FirstOrDefault(
            c => string.Equals(c.OutTradeNo, outTradeNo, StringComparison.Ordinal));

    /// <summary>The captures whose end is not known.</summary>
    public IEnumerable<Capture> OpenCaptures()
        => Captures.Where(static c => c.State == CaptureState.Processing);

    /// <summary>What a hold has left: neither captured nor released, nor about to be.</summary>
    public Money Remaining
        => Payment is { } held
            ? Terms.Total with
            {
                Fen = Terms.Total.Fen - RefundedOf(held.Attempt).Fen
                    - Captures.Where(static c => c.Counts).Sum(static c => c.Total.Fen),
            }
            : Money.OfFen(0);

    /// <summary>When what a hold has left is released by itself; null until it is held.</summary>
    public DateTimeOffset? HeldUntil => Payment?.PaidAt + Terms.Hold?.HoldFor;

    /// <summary>When an agreement ends by itself.</summary>
    public DateTimeOffset? ValidUntil => CreatedAt + Terms.Agreement?.ValidFor;

    /// <summary>How many debits took money, or may.</summary>
    public int Debits => (Tally?.Count ?? 0) + Captures.Count(static c => c.Counts);

    /// <summary>What debits took, or may.</summary>
    public Money Debited
        => Terms.Total with
        {
            Fen = (Tally?.Fen ?? 0)
                + Captures.Where(static c => c.Counts).Sum(static c => c.Total.Fen),
        };

    /// <summary>What the limit of all debits leaves; null where there is none.</summary>
    public long? DebitableFen => Terms.Agreement?.TotalLimit?.Fen - Debited.Fen;

    /// <summary>The number of the latest debit; 0 where there is none.</summary>
    public int LastDebit
        => Math.Max(Tally?.Last ?? 0, Captures.IsEmpty ? 0 : Captures[^1].Number);

    /// <summary>Whether any of the payment has gone back.</summary>
    public bool IsRefunded
        => Payment is { } payment && Refunds.Any(
            r => r.Attempt == payment.Attempt && r.State == RefundState.Succeeded);

    /// <summary>The number a channel sees for a refund.</summary>
    public ChannelRefundNo NumberOf(Refund refund) => new(Id, refund.Number);

    /// <summary>The number a channel sees for an attempt.</summary>
    public ChannelOrderNo NumberOf(Attempt attempt) => new(Id, attempt.Number);
}
