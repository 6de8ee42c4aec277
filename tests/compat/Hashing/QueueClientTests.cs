using Azure.Storage.Queues;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Hashing;

/// <summary>Azure.Storage.Queues works as soon as the stand-in is there.</summary>
public sealed class QueueClientTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_message_is_sent_received_hidden_and_deleted()
    {
        var queue = new QueueClient(
            await azurite.ConnectionStringAsync(), azurite.FreshName("hashing"),
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateAsync();

        await queue.SendMessageAsync("支付 42");
        var received = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1))).Value;
        var hiddenAtFirst = (await queue.ReceiveMessagesAsync()).Value;
        var shown = (await queue.UpdateMessageAsync(
            received.MessageId, received.PopReceipt, "支付 43", TimeSpan.Zero)).Value;
        var again = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1))).Value;
        var deleted = await queue.DeleteMessageAsync(again.MessageId, again.PopReceipt);

        received.MessageText.ShouldBe("支付 42");
        hiddenAtFirst.ShouldBeEmpty();
        string.Equals(shown.PopReceipt, received.PopReceipt, StringComparison.Ordinal)
            .ShouldBeFalse();
        (again.MessageText, again.DequeueCount).ShouldBe(("支付 43", 2L));
        deleted.Status.ShouldBe(204);
        (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
    }
}
