using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueueLeaseTests(AzuriteFixture azurite)
{
    private const string Setting = "AzureFunctionsStandIn:MessageLease";

    [Fact]
    public async Task A_shorter_lease_shows_the_message_of_a_killed_process_sooner()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync(
            "TakeMessage", new(StringComparer.Ordinal) { [Setting] = "00:00:30" });
        await bench.Queue.SendMessageAsync("x");

        var message = await app.Probe.HearAsync<QueueMessage>();

        (message.NextVisibleOn - message.InsertedOn)!.Value.ShouldBeInRange(
            TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("00:00:00.5")]
    [InlineData("00:10:01")]
    [InlineData("soon")]
    public async Task A_lease_out_of_range_stops_the_start_and_is_named(string lease)
    {
        var bench = await QueueBench.MakeAsync(azurite);

        var failure = await Should.ThrowAsync<InvalidOperationException>(() => bench.StartAsync(
            "TakeMessage", new(StringComparer.Ordinal) { [Setting] = lease }));

        failure.Message.ShouldBe(
            $"{Setting} is '{lease}', which is not 00:00:01 to 00:10:00.");
    }
}
