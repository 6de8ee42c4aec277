using System.Text;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Inbox;

public sealed class ReceiveNotificationTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_success_is_accepted_in_the_channels_words_once_it_is_committed()
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldBe("taken");
        var paid = await gateway.OrderAsync(order.Id);
        paid.State.ShouldBe(OrderState.Success);
        paid.Payment.ShouldBe(new Payment(1, "T-1", TestChannel.PaidAt));
        gateway.Orders.MovesOf(order.Id)[^1].Notice.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_channel_that_signs_in_headers_is_given_them()
    {
        await gateway.NotifyAsync("hello");

        var told = gateway.Channel.Told.ShouldNotBeNull();
        told.Headers.Find("host").ShouldNotBeNullOrEmpty();
        told.Headers.Find("Wechatpay-Signature").ShouldBeNull();
    }

    [Fact]
    public async Task What_cannot_be_committed_is_not_accepted()
    {
        var order = await gateway.OpenOrderAsync();
        gateway.OrderTrouble.RefusesCommits = true;

        var down = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");
        var stateBefore = (await gateway.OrderAsync(order.Id)).State;
        gateway.OrderTrouble.RefusesCommits = false;
        var up = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        down.Status.ShouldBe(503);
        down.Text.ShouldBe("fail");
        stateBefore.ShouldBe(OrderState.UserPaying);
        up.Text.ShouldBe("taken");
    }

    [Theory]
    [InlineData("paid {id}01 99 T-1", "AmountDiffers")]
    [InlineData("paid {id}01 101 T-1", "AmountDiffers")]
    [InlineData("paid {id}02 100 T-1", "AttemptUnknown")]
    [InlineData("paid 0123456789012345678901234501 100 T-1", "OrderNotFound")]
    [InlineData("declined {id}02", "AttemptUnknown")]
    public async Task A_genuine_contradiction_moves_nothing_and_raises_the_alarm(
        string line, string why)
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.NotifyAsync(
            line.Replace("{id}", order.Id.Value, StringComparison.Ordinal));

        answer.Status.ShouldBe(400);
        answer.Text.ShouldBe("not taken");
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
        gateway.Log.Lines.ShouldContain(l =>
            l.StartsWith("ALARM notification_contradiction: test/main", StringComparison.Ordinal)
            && l.EndsWith($"{why}.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("paid {id}01 100 T-1")]
    [InlineData("declined {id}01")]
    public async Task What_one_account_says_of_anothers_attempt_is_refused(string line)
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.NotifyAsync(
            line.Replace("{id}", order.Id.Value, StringComparison.Ordinal), TestChannel.Second);

        answer.Status.ShouldBe(400);
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
        gateway.Log.Lines.ShouldContain(static l =>
            l.StartsWith("ALARM notification_contradiction: test/second", StringComparison.Ordinal)
            && l.EndsWith("AccountDiffers.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Contradicting_what_was_said_before_is_refused()
    {
        var order = await gateway.PayOrderAsync();

        var otherTrade = await gateway.NotifyAsync($"paid {order.Id}01 100 T-2");
        var takenBack = await gateway.NotifyAsync($"declined {order.Id}01");
        var same = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        otherTrade.Status.ShouldBe(400);
        takenBack.Status.ShouldBe(400);
        same.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
    }

    [Fact]
    public async Task A_success_that_comes_before_a_cancel_is_answered_may_come_again()
    {
        var order = await gateway.OpenOrderAsync();
        await gateway.Get<OrderCommit>().ApplyAsync(order.Id, new BeginCancel(1), default);

        var early = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");
        var ended = await gateway.NotifyAsync($"declined {order.Id}01");
        await gateway.Get<OrderCommit>().ApplyAsync(order.Id, new DropCancel(1), default);
        var again = await gateway.NotifyAsync($"paid {order.Id}01 100 T-1");

        (early.Status, early.Text).ShouldBe((503, "not taken"));
        ended.Text.ShouldBe("taken");
        again.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).State.ShouldBe(OrderState.Success);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("waiting {id}01")]
    public async Task What_has_nothing_for_us_is_accepted_and_moves_nothing(string line)
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.NotifyAsync(
            line.Replace("{id}", order.Id.Value, StringComparison.Ordinal));

        answer.Text.ShouldBe("taken");
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
    }

    [Theory]
    [InlineData("/notify/test/main", "forged", "not taken", "SignatureWrong")]
    [InlineData("/notify/test/third", "hello", "not taken", "AccountUnknown")]
    [InlineData("/notify/bank/main", "hello", "fail", "ChannelUnknown")]
    public async Task What_is_refused_is_answered_400_and_named_in_the_log(
        string target, string line, string text, string why)
    {
        var answer = await gateway.SendAsync("POST", target, line);

        answer.Status.ShouldBe(400);
        answer.Text.ShouldBe(text);
        gateway.Log.Lines.ShouldHaveSingleItem().ShouldEndWith($"{why}.");
    }

    [Theory]
    [InlineData("unproved {id}01", "https://pay.example/return/test/{id}")]
    [InlineData("unproved", null)]
    public async Task What_cannot_be_proved_now_may_come_again_and_its_payer_goes_on(
        string line, string? page)
    {
        var order = await gateway.OpenOrderAsync();

        var answer = await gateway.NotifyAsync(
            line.Replace("{id}", order.Id.Value, StringComparison.Ordinal));

        answer.Status.ShouldBe(503);
        answer.Text.ShouldBe("not taken");
        gateway.Channel.RefusedTo?.AbsoluteUri.ShouldBe(
            page?.Replace("{id}", order.Id.Value, StringComparison.Ordinal));
        (gateway.Channel.RefusedTo is null).ShouldBe(page is null);
        (await gateway.OrderAsync(order.Id)).ShouldBe(order);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notification_of_more_than_64_KiB_is_not_read(bool hasLength)
    {
        var fits = await TestGateway.SendAsync(gateway.NewContext(
            "POST", "/notify/test/main", new byte[64 * 1024], hasLength));
        var exceeds = await TestGateway.SendAsync(gateway.NewContext(
            "POST", "/notify/test/main", new byte[(64 * 1024) + 1], hasLength));

        fits.Status.ShouldBe(400);
        exceeds.Status.ShouldBe(413);
        exceeds.Text.ShouldBe("fail");
    }

    [Fact]
    public async Task A_channel_that_calls_with_GET_is_heard_by_its_query()
    {
        var answer = await gateway.SendAsync("GET", "/notify/test/main?hello");

        answer.Text.ShouldBe("taken");
    }

    [Fact]
    public async Task A_notification_that_breaks_off_is_asked_for_again()
    {
        var context = gateway.NewContext("POST", "/notify/test/main", []);
        context.Request.ContentLength = null;
        context.Request.Body = new CutStream(Encoding.UTF8.GetBytes("hel"));

        var answer = await TestGateway.SendAsync(context);

        answer.Status.ShouldBe(503);
        answer.Text.ShouldBe("fail");
    }
}
