using PayFunctions.Batches;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Batches;

/// <summary>Hands out the messages of batches, as the host does.</summary>
internal static class BatchSteps
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>An order of 100 fen that is paid.</summary>
    public static async Task PayForBatchAsync(this TestGateway gateway, string outTradeNo)
    {
        var order = await gateway.CreateOrderAsync(("out_trade_no", $"\"{outTradeNo}\""));
        (await gateway.SendAsync("POST", $"/cashier/{order.Id}/{TestChannel.Product}"))
            .Status.ShouldBe(303);
        (await gateway.NotifyAsync($"paid {order.Id}01 100 T-{outTradeNo}")).Status.ShouldBe(200);
    }

    /// <summary>Every message that comes due.</summary>
    public static async Task FollowBatchesAsync(this TestGateway gateway, TimeSpan? time = null)
    {
        var end = gateway.Clock.GetUtcNow() + (time ?? TimeSpan.FromHours(1));
        while (gateway.BatchQueue.Queue.NextVisibleAt is { } next && next <= end)
        {
            await gateway.StepBatchAsync();
        }
    }

    /// <summary>The next message; one whose process dies comes again.</summary>
    public static async Task StepBatchAsync(this TestGateway gateway)
    {
        var next = gateway.BatchQueue.Queue.NextVisibleAt!.Value;
        gateway.Clock.AdvanceTo(
            next > gateway.Clock.GetUtcNow() ? next : gateway.Clock.GetUtcNow());
        var message = gateway.BatchQueue.Queue.Receive(Lease)!;
        try
        {
            await gateway.Get<BatchConsumer>().RunAsync(message.Body, default);
            gateway.BatchQueue.Queue.Delete(message.MessageId, message.PopReceipt);
        }
        catch (NotSupportedException)
        {
            // It comes again when its lease is over.
        }
    }
}
