using PayFunctions.Host;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>
/// The world: a gateway that can die and be started again, the runtime that hands out its messages,
/// the
/// channel that repeats its notifications. One step at a time, in one thread.
/// </summary>
internal sealed class SimWorld(KeyFolder keys, MerchantServer server) : IAsyncDisposable
{
    /// <summary>How long the runtime hides a message that a process is working on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>host.json: how long a message rests whose execution failed.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <summary>host.json: how often a message is tried.</summary>
    public const int MaxDequeueCount = 20;

    /// <summary>More steps than any honest run needs between two quiet moments.</summary>
    public const int MaxStepsToQuiet = 3_000;

    /// <summary>No schedule of ours is longer.</summary>
    public static readonly TimeSpan LongestRun = TimeSpan.FromDays(40);

    private Gateway? gateway;

    /// <summary>What survives.</summary>
    public Durable Durable { get; } = new(keys, server);

    /// <summary>The process that runs now.</summary>
    public Gateway Gateway => gateway ??= new Gateway(Durable);

    /// <summary>How often a process died.</summary>
    public int Crashes { get; private set; }

    /// <summary>Moments at which something happened to the gateway from outside.</summary>
    public List<DateTimeOffset> Stirs { get; } = [];

    /// <summary>Looked at after every step.</summary>
    public Action AfterStep { get; set; } = static () => { };

    /// <summary>Something happened from outside.</summary>
    public void Stir() => Stirs.Add(Durable.Clock.GetUtcNow());

    /// <summary>The process is gone, and with it everything in memory.</summary>
    public async Task RestartAsync()
    {
        Crashes++;
        Stir();
        if (gateway is not null)
        {
            await gateway.DisposeAsync();
        }

        gateway = null;
    }

    /// <summary>A caller who calls again when the gateway dies under the call.</summary>
    public async Task InsistAsync(Func<Gateway, Task> call)
    {
        const int patience = 3;
        for (var i = 0; i < patience; i++)
        {
            Stir();
            try
            {
                await call(Gateway);
                return;
            }
            catch (CrashException)
            {
                await RestartAsync();
            }
        }
    }

    /// <summary>The runtime hands out one visible message; false when there is none.</summary>
    public async Task<bool> HandOutAsync()
        => await HandOutAsync(
            Durable.Movements, StorageNames.Movements, static (g, m) => g.FollowAsync(m))
        || await HandOutAsync(
            Durable.Notices, StorageNames.MerchantNotices, static (g, m) => g.RepeatAsync(m));

    /// <summary>The channel sends one due notification; false when none is due.</summary>
    public async Task<bool> DeliverAsync()
    {
        var now = Durable.Clock.GetUtcNow();
        if (Durable.Letters.FirstOrDefault(l => !l.IsTaken && l.NextAt <= now)
            is not { } letter)
        {
            return false;
        }

        await DeliverAsync(letter);
        return true;
    }

    /// <summary>The channel sends that notification, taken before or not.</summary>
    public async Task DeliverAsync(Letter letter)
    {
        Stir();
        letter.PutOff(Durable.Clock.GetUtcNow());
        letter.IsTaken |= await Gateway.ReceiveAsync(letter);
    }

    /// <summary>
    /// Lets everything happen that is due until that moment (or until nothing is left to happen),
    /// each
    /// at its time.
    /// </summary>
    public async Task RunUntilAsync(DateTimeOffset end)
    {
        for (var step = 0; step < MaxStepsToQuiet; step++)
        {
            if (await StepAsync())
            {
                AfterStep();
                continue;
            }

            if (NextEventAt is not { } next || next > end)
            {
                return;
            }

            Durable.Clock.AdvanceTo(Later(next, Durable.Clock.GetUtcNow()));
        }

        throw new ShouldAssertException(
            $"Not quiet after {MaxStepsToQuiet} steps: "
            + string.Join("; ", Durable.Movements.Messages.Concat(Durable.Notices.Messages)));
    }

    /// <summary>Until nothing is left to happen.</summary>
    public async Task RunToQuietAsync()
    {
        await RunUntilAsync(Durable.Clock.GetUtcNow() + LongestRun);
        NextEventAt.ShouldBeNull();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (gateway is not null)
        {
            await gateway.DisposeAsync();
        }
    }

    private DateTimeOffset? NextEventAt => Durable.Letters
        .Where(static l => !l.IsTaken)
        .Select(static l => (DateTimeOffset?)l.NextAt)
        .Append(Durable.Movements.NextVisibleAt)
        .Append(Durable.Notices.NextVisibleAt)
        .Min();

    private async Task<bool> StepAsync()
    {
        try
        {
            return await HandOutAsync() || await DeliverAsync();
        }
        catch (CrashException)
        {
            await RestartAsync();
            return true;
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            // The channel was answered 503; it sends again.
            return true;
        }
    }

    private async Task<bool> HandOutAsync(
        SimQueue queue, string name, Func<Gateway, SimMessage, Task> work)
    {
        if (queue.Receive(Lease) is not { } message)
        {
            return false;
        }

        try
        {
            await work(Gateway, message);
            queue.Delete(message.Id, message.Receipt);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            // Anything else would be a defect of ours, and ends the run.
            Stir();
            if (message.DequeueCount < MaxDequeueCount)
            {
                queue.Hide(message, Rest);
                return true;
            }

            queue.Delete(message.Id, message.Receipt);
            await Gateway.KeepAsync(name, message);

            // The alarm calls the operator, who puts it back.
            queue.Send(message.Body, TimeSpan.Zero);
        }

        return true;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other)
        => one > other ? one : other;
}
