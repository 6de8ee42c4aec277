using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>One trade at the simulated channel.</summary>
internal sealed class Trade(
    ChannelOrderNo number, string account, Money total, DateTimeOffset payableUntil)
{
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
}
