using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>One trade at the simulated channel.</summary>
internal sealed class Trade(
    ChannelOrderNo number, string account, Money total, DateTimeOffset payableUntil)
{
    private readonly List<ChannelRefund> refunds = [];

    /// <summary>The number that the gateway gave it.</summary>
    public ChannelOrderNo Number { get; } = number;

    /// <summary>Whose money it is.</summary>
    public string Account { get; } = account;

    /// <summary>How much.</summary>
    public Money Total { get; } = total;

    /// <summary>When the channel stops taking money for it.</summary>
    public DateTimeOffset PayableUntil { get; } = payableUntil;

    /// <summary>The channel's own number.</summary>
    public string TradeNo => $"T{Number}";

    /// <summary>What it is.</summary>
    public TradeStage Stage { get; set; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset PaidAt { get; set; }

    /// <summary>The gateway was told that it will never be paid, and has no reason to ask.
    /// </summary>
    public bool IsCalledEnded { get; set; }

    /// <summary>The hold that it was taken from, or the agreement.</summary>
    public ChannelOrderNo? HeldBy { get; set; }

    /// <summary>Whether the last capture let the rest of this hold go, or this agreement ended.
    /// </summary>
    public bool IsOver { get; set; }

    /// <summary>When a cancel gave the money back.</summary>
    public DateTimeOffset? GivenBackAt { get; private set; }

    /// <summary>The refunds, the first one first.</summary>
    public IReadOnlyList<ChannelRefund> Refunds => refunds;

    /// <summary>A cancel gives everything back.</summary>
    public void GiveBack(DateTimeOffset now) => GivenBackAt = now;

    /// <summary>A refund is taken.</summary>
    public void Add(ChannelRefund refund) => refunds.Add(refund);

    /// <summary>What went back, or may be on its way.</summary>
    public long GoneAt(DateTimeOffset now)
        => (GivenBackAt is null ? 0 : Total.Fen)
            + refunds.Where(r => r.IsGoneAt(now)).Sum(static r => r.Fen);

    /// <summary>What is left with the merchant.</summary>
    public long KeptAt(DateTimeOffset now)
        => Stage == TradeStage.Paid ? Total.Fen - GoneAt(now) : 0;
}
