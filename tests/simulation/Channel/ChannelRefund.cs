using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>One refund at the simulated channel. Its fate is decided when it is taken.</summary>
internal sealed class ChannelRefund(
    ChannelRefundNo number, long fen, RefundFate fate, DateTimeOffset askedAt,
    DateTimeOffset decidedAt)
{
    /// <summary>The number that the gateway gave it.</summary>
    public ChannelRefundNo Number { get; } = number;

    /// <summary>How much.</summary>
    public long Fen { get; } = fen;

    /// <summary>When it was taken.</summary>
    public DateTimeOffset AskedAt { get; } = askedAt;

    /// <summary>Every answer it will ever have that decides something, and from when on.</summary>
    public IReadOnlyList<(DateTimeOffset At, RefundOutcome Outcome)> Decisions { get; } =
        fate switch
        {
            RefundFate.Done => [(askedAt, Done(number, askedAt))],
            RefundFate.DoneLater => [(decidedAt, Done(number, decidedAt))],
            RefundFate.Declined => [(askedAt, new RefundDeclined("no"))],
            RefundFate.DeclinedLater => [(decidedAt, new RefundDeclined("no, after all"))],
            RefundFate.Stuck => [(askedAt, new RefundStuck("the card is gone"))],
            RefundFate.StuckThenDone =>
            [
                (askedAt, new RefundStuck("the card is gone")),
                (decidedAt, Done(number, decidedAt)),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(fate)),
        };

    /// <summary>What it is.</summary>
    public RefundOutcome OutcomeAt(DateTimeOffset now)
        => Decisions.LastOrDefault(d => d.At <= now).Outcome ?? new RefundPending("wait");

    /// <summary>Whether the trade has its money no more.</summary>
    public bool IsGoneAt(DateTimeOffset now) => OutcomeAt(now) is not RefundDeclined;

    private static RefundSucceeded Done(ChannelRefundNo number, DateTimeOffset at)
        => new($"C{number}", at);
}
