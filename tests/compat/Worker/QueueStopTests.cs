using Azure.Core;
using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueueStopTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_stop_lets_a_running_message_finish()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("x");
        var finish = new TaskCompletionSource();
        await using var app = await bench.StartAsync("TakeMessage", null, _ => finish.Task);

        await app.Probe.HearAsync<QueueMessage>();
        var stop = app.StopAsync();
        await app.Stopping;
        var before = stop.IsCompleted;
        finish.SetResult();
        await stop;

        before.ShouldBeFalse();
        (await bench.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
    }

    [Fact]
    public async Task After_the_grace_a_running_message_is_cancelled_and_shown_again()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("x");
        var clock = new ManualTimeProvider();
        await using var app = await bench.StartAsync(
            "TakeMessage",
            null,
            static cancellation => Task.Delay(
                Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation),
            clock);

        await app.Probe.HearAsync<QueueMessage>();
        var stop = app.StopAsync();
        await app.Stopping;
        clock.Advance(TimeSpan.FromSeconds(9));
        var before = stop.IsCompleted;
        clock.Advance(TimeSpan.FromSeconds(1));
        await stop;

        before.ShouldBeFalse();
        var shown = bench.Wire.All.Single(
            line => line.StartsWith("PUT ", StringComparison.Ordinal));
        shown.ShouldContain("visibilitytimeout=0");
        shown.ShouldEndWith(" 204");
        (await bench.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_stopped_app_takes_no_more_messages()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync("TakeMessage");
        await bench.Wire.NextAsync(RequestMethod.Get);

        await app.StopAsync();
        await bench.Queue.SendMessageAsync("x");

        app.Probe.Unheard.ShouldBe(0);
        (await bench.Queue.PeekMessagesAsync(1)).Value.Length.ShouldBe(1);
    }
}
