using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>A notification that the channel repeats until it is told <c>success</c>.</summary>
internal sealed class Letter(ChannelOrderNo number, string account, DateTimeOffset nextAt)
{
    private static readonly double[] MinutesBetween = [4, 10, 10, 60, 120, 360, 900];

    /// <summary>The trade it is about.</summary>
    public ChannelOrderNo Number { get; } = number;

    /// <summary>The account whose address it goes to.</summary>
    public string Account { get; } = account;

    /// <summary>How often it was sent.</summary>
    public int Tries { get; private set; }

    /// <summary>Whether the gateway took it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>When it is sent next.</summary>
    public DateTimeOffset NextAt { get; private set; } = nextAt;

    /// <summary>It was not taken: it is sent again later.</summary>
    public void PutOff(DateTimeOffset now)
        => NextAt = now + TimeSpan.FromMinutes(
            MinutesBetween[Math.Min(Tries++, MinutesBetween.Length - 1)]);
}
