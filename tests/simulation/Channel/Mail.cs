using PayFunctions.Channels;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>The letters of one channel.</summary>
internal sealed class Mail(string channel)
{
    private readonly List<Letter> letters = [];

    /// <summary>Every letter, those included that will be written later.</summary>
    public IReadOnlyList<Letter> Letters => letters;

    /// <summary>Writes one.</summary>
    public void Write(string account, NotificationReading says, DateTimeOffset at)
        => letters.Add(new Letter(letters.Count, channel, account, says, at));
}
