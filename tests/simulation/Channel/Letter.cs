using PayFunctions.Channels;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// A notification that the channel repeats until it is told <c>success</c>. It says what was true
/// when it was written.
/// </summary>
internal sealed class Letter(
    int id, string channel, string account, NotificationReading says, DateTimeOffset writtenAt)
{
    private static readonly double[] MinutesBetween = [4, 10, 10, 60, 120, 360, 900];

    /// <summary>Which of the channel's letters.</summary>
    public int Id { get; } = id;

    /// <summary>The channel whose address it goes to.</summary>
    public string Channel { get; } = channel;

    /// <summary>The account whose address it goes to.</summary>
    public string Account { get; } = account;

    /// <summary>What it says.</summary>
    public NotificationReading Says { get; } = says;

    /// <summary>Before that it does not exist.</summary>
    public DateTimeOffset WrittenAt { get; } = writtenAt;

    /// <summary>How often it was sent.</summary>
    public int Tries { get; private set; }

    /// <summary>Whether the gateway took it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>When it is sent next.</summary>
    public DateTimeOffset NextAt { get; private set; } = writtenAt;

    /// <summary>It was not taken: it is sent again later.</summary>
    public void PutOff(DateTimeOffset now)
        => NextAt = now + TimeSpan.FromMinutes(
            MinutesBetween[Math.Min(Tries++, MinutesBetween.Length - 1)]);
}
