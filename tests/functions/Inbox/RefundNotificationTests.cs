using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Inbox;

public sealed class RefundNotificationTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_refund_that_reached_the_payer_is_accepted_once_it_is_committed()
    {
        var order = await RefundingOrderAsync();

        var first = await gateway.NotifyAsync($"refunded {order.Id}R001");
        var again = await gateway.NotifyAsync($"refunded {order.Id}R001");

        (first.Status, first.Text).ShouldBe((200, "taken"));
        again.Text.ShouldBe("taken");
        var refunded = await gateway.OrderAsync(order.Id);
        var refund = refunded.Refunds.ShouldHaveSingleItem();
        (refund.State, refund.ChannelRefundNo, refund.EndedAt)
            .ShouldBe((RefundState.Succeeded, "C-1", TestChannel.PaidAt));
        gateway.Orders.MovesOf(order.Id).Count(
            static m => m.Event == OrderEvent.Refunded).ShouldBe(1);
    }

    [Fact]
    public async Task A_refund_that_failed_frees_its_sum_and_is_news()
    {
        var order = await RefundingOrderAsync();

        var answer = await gateway.NotifyAsync($"unrefunded {order.Id}R001");

        answer.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).RefundedOf(1).Fen.ShouldBe(0);
        gateway.Orders.MovesOf(order.Id)[^1].Notice.ShouldNotBeNull()
            .RefundState.ShouldBe(RefundState.Failed);
    }

    [Fact]
    public async Task A_refund_that_takes_its_time_is_accepted_and_moves_nothing()
    {
        var order = await RefundingOrderAsync();

        var answer = await gateway.NotifyAsync($"refunding {order.Id}R001");

        answer.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
    }

    [Theory]
    [InlineData("refunded {id}R002", "main", "RefundUnknown")]
    [InlineData("refunded 01234567890123456789012345R001", "main", "RefundUnknown")]
    [InlineData("refunded {id}R001", "second", "AccountDiffers")]
    [InlineData("unrefunded {id}R001", "second", "AccountDiffers")]
    [InlineData("refunded {id}R001 1", "main", "AmountDiffers")]
    public async Task A_genuine_contradiction_moves_nothing_and_raises_the_alarm(
        string line, string account, string why)
    {
        var order = await RefundingOrderAsync();

        var answer = await gateway.NotifyAsync(
            line.Replace("{id}", order.Id.Value, StringComparison.Ordinal), account);

        (answer.Status, answer.Text).ShouldBe((400, "not taken"));
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
        gateway.Log.Lines.ShouldContain(l =>
            l.StartsWith(
                $"ALARM notification_contradiction: test/{account}", StringComparison.Ordinal)
            && l.EndsWith($"{why}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_takes_the_end_of_a_refund_back_changes_nothing_and_is_an_alarm()
    {
        var order = await RefundingOrderAsync();
        await gateway.NotifyAsync($"refunded {order.Id}R001");
        var refunded = await gateway.OrderAsync(order.Id);

        var answer = await gateway.NotifyAsync($"unrefunded {order.Id}R001");

        answer.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).ShouldBe(refunded);
        gateway.Log.Lines.ShouldContain(static l =>
            l.StartsWith("ALARM refund_contradiction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_committed_is_not_accepted()
    {
        var order = await RefundingOrderAsync();
        gateway.OrderTrouble.RefusesCommits = true;

        var down = await gateway.NotifyAsync($"refunded {order.Id}R001");
        gateway.OrderTrouble.RefusesCommits = false;
        var up = await gateway.NotifyAsync($"refunded {order.Id}R001");

        down.Status.ShouldBe(503);
        up.Text.ShouldBe("taken");
    }

    [Fact]
    public async Task What_could_not_be_proved_is_asked_for_again()
    {
        var answer = await gateway.NotifyAsync("unproved");

        (answer.Status, answer.Text).ShouldBe((503, "not taken"));
        gateway.Log.Lines.ShouldHaveSingleItem().ShouldBe(
            "Notification of test/main could not be proved now: asked in vain.");
    }

    [Fact]
    public async Task A_browser_that_carries_the_notification_is_sent_on_in_the_channels_words()
    {
        // As the program does: without it, a charset that .NET does not know is dropped.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var order = await RefundingOrderAsync();
        gateway.Channel.SendsPayersOn = true;

        var taken = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");
        var refused = await gateway.NotifyAsync($"paid {order.Id}01 99 T-1");
        var unknown = await gateway.NotifyAsync(
            "paid 0123456789012345678901234501 100 T-1");
        var forged = await gateway.NotifyAsync("forged");

        var page = $"<URL>https://pay.example/return/test/{order.Id}</URL>";
        (taken.Status, taken.Text).ShouldBe((200, page));
        taken.Headers.ContentType.ToString().ShouldMatch("^text/html; *charset=gb");
        (refused.Status, refused.Text).ShouldBe((400, page));
        (unknown.Status, unknown.Text).ShouldBe((400, "<URL></URL>"));
        (forged.Status, forged.Text).ShouldBe((400, "<URL></URL>"));
    }

    private async Task<Order> RefundingOrderAsync()
    {
        var order = await gateway.PayOrderAsync();
        gateway.Channel.Refunding = new RefundPending("tomorrow");
        (await gateway.RefundAsync()).Status.ShouldBe(201);
        return await gateway.OrderAsync(order.Id);
    }
}
