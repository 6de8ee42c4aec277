using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueueFaultTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_queue_that_cannot_be_read_is_looked_at_again()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("x");
        var fault = new FailFirst(RequestMethod.Get);
        await using var app = await bench.StartAsync("TakeMessage", adjust: fault.Join);

        var message = await app.Probe.HearAsync<QueueMessage>();

        message.DequeueCount.ShouldBe(1);
        app.Lines.All.ShouldContain(line =>
            line.Contains("could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_whose_deletion_fails_does_not_stop_the_pump()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("first");
        var fault = new FailFirst(RequestMethod.Delete);
        await using var app = await bench.StartAsync("TakeMessage", adjust: fault.Join);

        await app.Probe.HearAsync<QueueMessage>();
        await fault.Failed;
        await bench.Queue.SendMessageAsync("second");
        var second = await app.Probe.HearAsync<QueueMessage>();
        await bench.Wire.NextAsync(RequestMethod.Delete);

        second.MessageText.ShouldBe("second");
        app.Lines.All.ShouldContain(line =>
            line.Contains("could not be settled", StringComparison.Ordinal));
        (await bench.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
    }

    /// <summary>Fails the first request of a method without sending it, past every retry.</summary>
    private sealed class FailFirst(RequestMethod method) : HttpPipelinePolicy
    {
        private readonly TaskCompletionSource failed =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Failed => failed.Task;

        public void Join(QueueClientOptions options)
            => options.AddPolicy(this, HttpPipelinePosition.PerCall);

        public override void Process(
            HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
            => ProcessNext(message, pipeline);

        public override ValueTask ProcessAsync(
            HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
            => message.Request.Method == method && failed.TrySetResult()
                ? throw new RequestFailedException(503, "The service is busy.")
                : ProcessNextAsync(message, pipeline);
    }
}
