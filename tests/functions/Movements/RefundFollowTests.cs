using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

/// <summary>What the queue does about refunds.</summary>
public sealed class RefundFollowTests : IDisposable
{
    private const string OtherProduct = "alipay_wap";

    private readonly Bench bench = new();

    [Fact]
    public async Task A_refund_that_was_never_sent_is_asked_about_first_and_then_sent()
    {
        await bench.PayAsync();
        await bench.ApplyAsync(An.Refund());

        await bench.FollowForAsync(TimeSpan.FromSeconds(19));
        var early = bench.Channel.Asked.Count;
        await bench.FollowForAsync(TimeSpan.FromSeconds(1));

        early.ShouldBe(0);
        bench.Channel.Asked.ShouldBe(["ask refund 1", "refund 1"]);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Succeeded);
    }

    [Fact]
    public async Task A_refund_that_went_through_unheard_is_not_sent_again()
    {
        await bench.PayAsync();
        bench.Channel.Refund = _ => new RefundUnknown("no answer");
        bench.Channel.AskRefund = static _ => new RefundSucceeded("C1", An.Noon);
        await bench.ApplyAsync(An.Refund());

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.Channel.Asked.ShouldBe(["ask refund 1"]);
        bench.OrderNow.Refunds[0].ChannelRefundNo.ShouldBe("C1");
    }

    [Fact]
    public async Task What_takes_its_time_is_asked_about_until_it_is_known()
    {
        await bench.PayAsync();
        bench.Channel.AskRefund = static _ => new RefundPending("tomorrow");
        await bench.ApplyAsync(An.Refund());

        await bench.FollowForAsync(TimeSpan.FromHours(10));
        var asks = bench.Channel.Asked.Count;
        bench.Channel.AskRefund = static _ => new RefundSucceeded("C1", An.Noon);
        await bench.FollowForAsync(TimeSpan.FromHours(1));

        asks.ShouldBeInRange(10, 25);
        bench.OrderNow.IsRefunded.ShouldBeTrue();
        bench.Log.Alarms.ShouldBeEmpty();
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_silence_that_lasts_calls_a_human_and_asking_goes_on()
    {
        await bench.PayAsync();
        bench.Channel.AskRefund = static _ => new RefundUnknown("no answer");
        await bench.ApplyAsync(An.Refund());

        await bench.FollowForAsync(TimeSpan.FromDays(2));

        bench.Log.Alarms.ShouldNotBeEmpty();
        bench.Log.Alarms.ShouldAllBe(static a => a.Contains("ALARM refund_silent: order"));
        bench.OrderNow.Refunds[0].Asks.ShouldBeGreaterThan(RefundSchedule.AsksUntilAlarm);
        bench.Movements.Queue.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_payment_goes_back_by_itself_and_the_merchant_hears_of_it()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        await bench.ApplyAsync(An.Success());
        await bench.ApplyAsync(An.Success(attempt: 2, trade: "T2"));

        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        var given = bench.Channel.GivenBack.ShouldHaveSingleItem().Value;
        (given.Trade.Number.Attempt, given.ChannelTradeNo, given.Total, given.Paid)
            .ShouldBe((2, "T2", Money.OfFen(100), Money.OfFen(100)));
        bench.OrderNow.Payment.ShouldNotBeNull().ChannelTradeNo.ShouldBe("T1");
        bench.OrderNow.IsRefunded.ShouldBeFalse();
        var notices = await bench.NoticesAsync();
        notices.Select(static n => (n.Notice.Type, n.Notice.Refund))
            .ShouldBe([("PAYMENT", null), ("REFUND", 1)]);
        notices.ShouldAllBe(static n => !n.Notice.Attempts.IsEmpty);
    }

    [Fact]
    public async Task Late_money_goes_back_where_the_application_wants_it()
    {
        await bench.CreateAsync(LateSuccess.Refund);
        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));
        await bench.ApplyAsync(new Close([1]));
        await bench.ApplyAsync(An.Success());

        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        bench.OrderNow.State.ShouldBe(OrderState.Closed);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Succeeded);
        (await bench.NoticeAsync()).Notice.Type.ShouldBe("REFUND");
    }

    [Fact]
    public async Task What_we_owe_is_tried_three_times_and_each_failure_is_an_alarm()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        await bench.ApplyAsync(An.Success());
        await bench.ApplyAsync(An.Success(attempt: 2, trade: "T2"));
        bench.Channel.Refund = static _ => new RefundDeclined("no money");

        await bench.FollowForAsync(TimeSpan.FromDays(1));

        bench.Channel.Asked.Where(static a => a.StartsWith("refund ", StringComparison.Ordinal))
            .ShouldBe(["refund 1", "refund 2", "refund 3"]);
        bench.Log.Alarms.Count(static a => a.StartsWith(
            "ALARM refund_failed", StringComparison.Ordinal)).ShouldBe(3);
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_without_refunds_that_owes_one_calls_a_human()
    {
        await bench.CreateAsync();
        await bench.ApplyAsync(new OpenAttempt(BareChannel.Product, An.Account));
        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));
        await bench.ApplyAsync(An.Success(attempt: 2, trade: "T2"));
        await bench.ApplyAsync(An.Success());

        await bench.FollowForAsync(TimeSpan.FromDays(2));

        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Processing);
        bench.Log.Alarms.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_wake_up_that_was_taken_back_wakes_nobody_for_a_refund()
    {
        await bench.PayAsync();
        bench.Clock.AdvanceTo(An.Noon.AddMinutes(10).AddSeconds(-12));

        await bench.ApplyAsync(An.Refund());
        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Succeeded);
    }

    [Fact]
    public async Task News_of_a_refund_survives_a_look_that_began_before_it()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[2] = new Unknown("no answer");
        await bench.ApplyAsync(An.Success());
        await bench.FollowForAsync(TimeSpan.Zero);
        bench.Clock.AdvanceTo(An.Noon.AddMinutes(10).AddSeconds(-8));
        await bench.ApplyAsync(An.Refund());
        bench.Channel.Query[2] = new Succeeded(Money.OfFen(99), "T2", An.Noon);
        bench.Channel.DuringQuery = async attempt =>
        {
            bench.Channel.DuringQuery = static _ => Task.CompletedTask;
            await bench.ApplyAsync(new Decline(attempt, An.Account));
            await bench.ApplyAsync(new SettleRefund(1, "C1", An.Noon));
        };

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        var notices = await bench.NoticesAsync();
        notices.Count.ShouldBe(2);
        notices.ShouldAllBe(static n => !n.Notice.Attempts.IsEmpty);
    }

    [Fact]
    public async Task A_refund_and_an_attempt_that_are_due_at_once_are_both_done()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        await bench.ApplyAsync(An.Success());
        await bench.ApplyAsync(An.Refund());
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
        bench.OrderNow.OpenRefunds().ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();
}
