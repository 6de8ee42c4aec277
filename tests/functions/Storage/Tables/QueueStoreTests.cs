using Azure.Storage.Queues;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

public sealed class QueueStoreTests(AzuriteFixture azurite)
{
    private static readonly OrderId Id = OrderId.Of("shop", "queue");

    [Fact]
    public async Task An_announcement_reads_back_as_it_was_sent()
    {
        var (queues, movements) = await OpenAsync();
        var message = new MovementMessage(Id, 3, An.Noon.AddTicks(5));

        await movements.AnnounceAsync(message, TimeSpan.Zero, default);

        var received = await queues.GetQueueClient(StorageNames.Movements)
            .ReceiveMessagesAsync(32);
        received.Value
            .Select(static m => QueueText.ReadMovement(m.Body))
            .ShouldContain(message with { DueAt = An.Noon });
    }

    [Fact]
    public async Task A_delayed_message_can_be_taken_back_and_taking_back_twice_is_harmless()
    {
        var (_, movements) = await OpenAsync();
        var wakeUp = await movements.AnnounceAsync(
            new MovementMessage(Id, 1, An.Noon), TimeSpan.FromHours(1), default);

        await movements.CancelAsync(wakeUp, default);
        await Should.NotThrowAsync(() => movements.CancelAsync(wakeUp, default));

        wakeUp.At.ShouldBe(An.Noon + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_wait_beyond_the_queues_limit_takes_two_hops()
    {
        var (_, movements) = await OpenAsync();

        var wakeUp = await movements.AnnounceAsync(
            new MovementMessage(Id, 1, An.Noon), TimeSpan.FromDays(15), default);

        wakeUp.At.ShouldBe(An.Noon + MovementQueueStore.LongestDelay);
        await movements.CancelAsync(wakeUp, default);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"transaction_id\":\"X\",\"version\":1,\"announced_at\":\"x\"}")]
    public void Other_texts_are_no_messages(string text)
    {
        Should.Throw<Exception>(() => QueueText.ReadMovement(new BinaryData(text)));
        Should.Throw<Exception>(() => QueueText.ReadNotice(new BinaryData(text)));
    }

    [Fact]
    public void A_planned_attempt_reads_back_as_it_was_written()
    {
        var message = new NoticeMessage(new NotifyId(Id, 4), 12);

        QueueText.ReadNotice(new BinaryData(QueueText.Write(message))).ShouldBe(message);
    }

    private async Task<(QueueServiceClient Queues, MovementQueueStore Movements)> OpenAsync()
    {
        var queues = new QueueServiceClient(
            await azurite.ConnectionStringAsync(),
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queues.GetQueueClient(StorageNames.Movements).CreateIfNotExistsAsync();
        var time = new ManualTimeProvider(An.Noon);
        return (queues, new MovementQueueStore(queues, QueuePace.Real, time));
    }
}
