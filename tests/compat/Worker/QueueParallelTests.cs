using Azure.Core;
using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueueParallelTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(4, 0, 4)]
    [InlineData(2, 1, 3)]
    public async Task As_many_run_at_once_as_the_batch_and_its_threshold_allow(
        int batchSize, int threshold, int most)
    {
        var bench = await QueueBench.MakeAsync(azurite);
        for (var index = 0; index < 10; index++)
        {
            await bench.Queue.SendMessageAsync($"{index}");
        }

        var gate = new Gate(most);
        await using var app = await bench.StartAsync(
            "TakeMessage",
            QueueBench.Queues(
                ("batchSize", $"{batchSize}"), ("newBatchThreshold", $"{threshold}")),
            gate.PassAsync);

        if (threshold > 0)
        {
            // A first batch alone is below the bound: one that ends makes room for the next.
            await app.Probe.HearAsync<QueueMessage>();
            await app.Probe.HearAsync<QueueMessage>();
            gate.LetOneGo();
        }

        await gate.Full;
        gate.LetAllGo();
        for (var index = 0; index < 10; index++)
        {
            await bench.Wire.NextAsync(RequestMethod.Delete);
        }

        gate.MostAtOnce.ShouldBe(most);
    }

    [Fact]
    public async Task With_a_full_house_the_queue_is_not_even_asked()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("a");
        await bench.Queue.SendMessageAsync("b");
        var clock = new ManualTimeProvider();
        var finish = new TaskCompletionSource();
        await using var app = await bench.StartAsync(
            "TakeMessage",
            QueueBench.Queues(("batchSize", "2"), ("newBatchThreshold", "0")),
            _ => finish.Task,
            clock);

        await app.Probe.HearAsync<QueueMessage>();
        await app.Probe.HearAsync<QueueMessage>();
        clock.Advance(TimeSpan.FromMinutes(4));
        var asked = bench.Wire.All.Count;
        finish.SetResult();
        await bench.Wire.NextAsync(RequestMethod.Delete);

        asked.ShouldBe(1);
    }

    /// <summary>Holds callers until told, and counts how many it held at once.</summary>
    private sealed class Gate(int full)
    {
        private readonly Lock door = new();
        private readonly SemaphoreSlim exits = new(0);
        private readonly TaskCompletionSource reached =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int inside;

        public Task Full => reached.Task;

        public int MostAtOnce { get; private set; }

        public async Task PassAsync(CancellationToken cancellation)
        {
            lock (door)
            {
                inside++;
                MostAtOnce = Math.Max(MostAtOnce, inside);
                if (inside == full)
                {
                    reached.TrySetResult();
                }
            }

            await exits.WaitAsync(cancellation);
            lock (door)
            {
                inside--;
            }
        }

        public void LetOneGo() => exits.Release();

        public void LetAllGo() => exits.Release(100);
    }
}
