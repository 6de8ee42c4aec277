using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Inbox;

public sealed class ParallelNotificationTests
{
    private const int Count = 200;

    [Fact]
    public async Task Of_200_equal_notifications_one_moves_the_order_and_all_are_accepted()
    {
        var store = new GatheringOrders();
        var gateway = new TestGateway { StoreOfOrders = store };
        var order = await OpenAsync(gateway, store);
        var sendsBefore = gateway.Movements.Queue.Sends;
        var commitsBefore = store.Commits;
        store.GatherFor(Count);

        var answers = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(
            () => gateway.NotifyAsync($"paid {order.Id}01 100 T-1"))));

        answers.ShouldAllBe(static a => a.Status == 200 && a.Text == "taken");
        var moves = store.Orders.MovesOf(order.Id);
        moves.Count(static m => m.Event == OrderEvent.Paid).ShouldBe(1);
        moves.Count(static m => m.Notice is not null).ShouldBe(1);
        moves.Select(static m => m.Next.Version).ShouldBe([1, 2, 3]);
        var tries = store.Commits - commitsBefore;
        tries.ShouldBe(Count);

        // One of them made the waiting message its announcement; all the others sent one.
        (gateway.Movements.Queue.Sends - sendsBefore).ShouldBe(tries - 1);
    }

    [Fact]
    public async Task Once_it_is_paid_an_equal_notification_announces_nothing()
    {
        var gateway = new TestGateway();
        var order = await gateway.PayOrderAsync();
        var sends = gateway.Movements.Queue.Sends;

        await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        gateway.Movements.Queue.Sends.ShouldBe(sends);
    }

    private static async Task<Order> OpenAsync(TestGateway gateway, GatheringOrders store)
    {
        await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json()));
        var order = store.Orders.Orders.ShouldHaveSingleItem();
        var answer = await gateway.SendAsync(
            "POST", $"/cashier/{order.Id}/{TestChannel.Product}");
        answer.Status.ShouldBe(303);
        return order;
    }
}
