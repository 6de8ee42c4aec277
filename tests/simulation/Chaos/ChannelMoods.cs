using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>How channels behave, by chance.</summary>
internal sealed class ChannelMoods(Scene scene)
{
    /// <summary>They do whatever channels do.</summary>
    public void BeMoody()
    {
        foreach (var channel in scene.Durable.Channels)
        {
            channel.NextCharge = () => (ChargeFate)scene.Next(4);
            channel.NextRefusal = () => scene.OneIn(25);
            channel.NextRush = () => scene.OneIn(3);
            channel.NextSilence = () => scene.OneIn(3);
            channel.RefundDesk.NextDelay = NextDelay;
            channel.RefundDesk.NextFate = NextFate;
        }

        var full = scene.Durable.Full;
        full.Habits = full.Habits with
        {
            TellsRefunds = scene.OneIn(2),
            ForgetsDeclined = scene.OneIn(2),
            RefundLag = TimeSpan.FromSeconds(scene.Next(2) * 10),
        };
        var bare = scene.Durable.Bare;
        bare.Habits = bare.Habits with { RefundLag = TimeSpan.FromSeconds(scene.Next(2) * 40) };
    }

    /// <summary>They do at once what they are asked.</summary>
    public void BeGood()
    {
        foreach (var channel in scene.Durable.Channels)
        {
            channel.NextRefusal = static () => false;
            channel.RefundDesk.NextFate = static () => RefundFate.Done;
        }
    }

    /// <summary>The channel sends a letter twice, late, in another order: as channels do.
    /// </summary>
    public async Task TellAgainAsync()
    {
        var now = scene.Durable.Clock.GetUtcNow();
        var letters = scene.Durable.Letters.Where(l => l.WrittenAt <= now).ToList();
        if (letters.Count > 0)
        {
            var letter = scene.Pick(letters);
            scene.Note($"tell again: {letter.Says}");
            await scene.World.DeliverAsync(letter);
        }
    }

    private TimeSpan NextDelay() => TimeSpan.FromMinutes(
        scene.OneIn(6) ? scene.Next(4 * 24 * 60) : scene.Next(120));

    private RefundFate NextFate() => scene.Next(10) switch
    {
        < 5 => RefundFate.Done,
        < 7 => RefundFate.DoneLater,
        7 => RefundFate.Declined,
        8 => RefundFate.DeclinedLater,
        _ => scene.OneIn(2) ? RefundFate.Stuck : RefundFate.StuckThenDone,
    };
}
