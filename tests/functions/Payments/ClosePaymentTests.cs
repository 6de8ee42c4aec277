using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

public sealed class ClosePaymentTests : IDisposable
{
    private const string OtherProduct = "alipay_wap";

    private readonly Bench bench = new();

    [Fact]
    public async Task Every_open_attempt_is_ended_at_its_channel_first()
    {
        await bench.OpenAsync(An.Product, OtherProduct);

        var decision = await CloseAsync();

        bench.Channel.Asked.ShouldBe(["query 1", "close 1", "query 2", "close 2"]);
        decision.ShouldBeOfType<Moved>().Event.ShouldBe(OrderEvent.Closed);
        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_paid_meanwhile_is_paid()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[2] = Paid("T2");

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.OrderPaid));
        bench.OrderNow.Payment.ShouldNotBeNull().Attempt.ShouldBe(2);
        bench.OrderNow.FindAttempt(1).ShouldNotBeNull().State.ShouldBe(AttemptState.Ended);
        (await bench.NoticeAsync()).Notice.TradeState.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task Two_payments_found_at_once_are_one_payment_and_one_refund()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[1] = Paid("T1");
        bench.Channel.Query[2] = Paid("T2");

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.OrderPaid));
        bench.OrderNow.Payment.ShouldNotBeNull().ChannelTradeNo.ShouldBe("T1");
        bench.OrderNow.Refunds.ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task What_the_channel_does_not_say_leaves_the_order_open()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Unknown("no answer");

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
        bench.OrderNow.Attempts[0].Asks.ShouldBe(1);
        bench.Channel.Asked.ShouldBe(["query 1"]);
    }

    [Fact]
    public async Task A_trade_that_was_paid_between_question_and_close_stays_open()
    {
        await bench.OpenAsync();
        bench.Channel.Close[1] = new Waiting("paid: ask");

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        bench.OrderNow.OpenAttempts().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_silent_attempt_keeps_no_other_from_being_asked()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[1] = new Unknown("no answer");

        await CloseAsync();

        bench.Channel.Asked.ShouldBe(["query 1", "query 2", "close 2"]);
        bench.OrderNow.FindAttempt(1).ShouldNotBeNull().Asks.ShouldBe(1);
        bench.OrderNow.FindAttempt(2).ShouldNotBeNull().State.ShouldBe(AttemptState.Ended);
    }

    [Fact]
    public async Task An_attempt_that_is_opened_meanwhile_is_ended_too()
    {
        await bench.OpenAsync();
        bench.Channel.DuringQuery = async attempt =>
        {
            if (attempt == 1)
            {
                await bench.ApplyAsync(new OpenAttempt(OtherProduct, An.Account));
            }
        };

        var decision = await CloseAsync();

        decision.ShouldBeOfType<Moved>().Order.State.ShouldBe(OrderState.Closed);
        bench.Channel.Asked
            .Count(static a => string.Equals(a, "close 2", StringComparison.Ordinal))
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_payer_who_always_opens_another_one_does_not_hold_the_call()
    {
        await bench.OpenAsync();
        var product = 0;
        bench.Channel.DuringQuery = _ => bench.ApplyAsync(
            new OpenAttempt(An.Product, $"account-{++product}"));

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        bench.Channel.Asked
            .Count(static a => string.Equals(a, "query 1", StringComparison.Ordinal))
            .ShouldBe(ClosePayment.MaxRounds);
    }

    [Fact]
    public async Task An_answer_that_the_rules_refuse_is_an_alarm()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Succeeded(Money.OfFen(1), "T1", An.Noon);

        var decision = await CloseAsync();

        decision.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        bench.Log.Alarms.ShouldHaveSingleItem().ShouldContain(nameof(OrderRefusal.AmountDiffers));
    }

    [Fact]
    public async Task What_is_closed_or_paid_asks_no_channel()
    {
        await bench.OpenAsync();
        await CloseAsync();
        bench.Channel.Asked.Clear();

        var again = await CloseAsync();
        await bench.ApplyAsync(An.Success());
        var paid = await CloseAsync();

        again.ShouldBeOfType<Replayed>();
        paid.ShouldBe(new Refused(OrderRefusal.OrderPaid));
        bench.Channel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_cannot_close_keeps_no_order_open()
    {
        await bench.OpenAsync(BareChannel.Product, An.Product);

        var closed = (await CloseAsync()).ShouldBeOfType<Moved>().Order;
        await bench.FollowForAsync(closed.ExpiresAt + ChannelQuestion.Grace - An.Noon);

        closed.State.ShouldBe(OrderState.Closed);
        closed.OpenAttempts().ShouldHaveSingleItem().Product.ShouldBe(BareChannel.Product);
        bench.OrderNow.OpenAttempts().ShouldHaveSingleItem();
        bench.Bare.Questions.ShouldBeInRange(4, 8);
        await bench.FollowForAsync(TimeSpan.FromHours(1));
        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
        bench.OrderNow.State.ShouldBe(OrderState.Closed);
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Revive")]
    [InlineData("Refund")]
    public async Task Money_that_comes_for_what_could_not_be_closed_is_not_dropped(string choice)
    {
        var late = Enum.Parse<LateSuccess>(choice);
        await bench.CreateAsync(late);
        await bench.ApplyAsync(new OpenAttempt(BareChannel.Product, An.Account));
        await CloseAsync();
        bench.Bare.Outcome = new Succeeded(Money.OfFen(100), "T1", An.Noon);

        await bench.FollowForAsync(TimeSpan.FromHours(1));

        bench.OrderNow.State.ShouldBe(
            late == LateSuccess.Revive ? OrderState.Success : OrderState.Closed);
        bench.OrderNow.Refunds.Length.ShouldBe(late == LateSuccess.Revive ? 0 : 1);
    }

    [Fact]
    public async Task What_cannot_be_closed_and_says_nothing_keeps_the_order_open()
    {
        await bench.OpenAsync(BareChannel.Product);
        bench.Bare.Outcome = new Unknown("no answer");

        (await CloseAsync()).ShouldBe(new Refused(OrderRefusal.AttemptOpen));

        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task An_order_that_does_not_exist_is_not_found()
        => (await CloseAsync()).ShouldBe(new Refused(OrderRefusal.OrderNotFound));

    [Fact]
    public async Task Time_closes_nothing_too_early()
    {
        await bench.CreateAsync();

        (await bench.Get<ClosePayment>().ExpireAsync(bench.Id, default))
            .ShouldBe(new Refused(OrderRefusal.NotExpired));
    }

    public void Dispose() => bench.Dispose();

    private static Succeeded Paid(string tradeNo) => new(Money.OfFen(100), tradeNo, An.Noon);

    private Task<OrderDecision> CloseAsync()
        => bench.Get<ClosePayment>().RunAsync(bench.Id, default);
}
