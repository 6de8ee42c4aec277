using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

public sealed class CancelPaymentTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task What_nobody_knows_is_asked_about_a_last_time_and_undone()
    {
        await bench.OpenAsync(An.Product, "alipay_wap");

        var result = await CancelAsync();

        bench.Channel.Asked.ShouldBe(["query 1", "cancel 1", "query 2", "cancel 2"]);
        result.ShouldBeOfType<OrderCancelled>().Order.State.ShouldBe(OrderState.Revoked);
        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_paid_meanwhile_is_paid()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = Paid("T1");

        (await CancelAsync()).ShouldBe(new NotCancelled(OrderRefusal.OrderPaid));

        bench.Channel.Asked.ShouldBe(["query 1"]);
        (await bench.NoticeAsync()).Notice.TradeState.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task What_the_channel_gave_back_is_booked_and_cancelled()
    {
        await bench.OpenAsync();
        bench.Channel.Cancel[1] = new CancelledAndRefunded("T1", An.Noon.AddSeconds(3));

        var order = (await CancelAsync()).ShouldBeOfType<OrderCancelled>().Order;

        order.State.ShouldBe(OrderState.Revoked);
        var refund = order.Refunds.ShouldHaveSingleItem();
        (refund.Origin, refund.State, refund.Total, refund.EndedAt).ShouldBe((
            RefundOrigin.Cancel, RefundState.Succeeded, Money.OfFen(100),
            An.Noon.AddSeconds(3)));
    }

    [Fact]
    public async Task A_payment_that_is_told_while_the_cancel_gives_it_back_is_never_the_orders()
    {
        await bench.OpenAsync();
        bench.Channel.Cancel[1] = new CancelledAndRefunded("T1", An.Noon.AddSeconds(3));
        bench.Channel.DuringWork = () => bench.ApplyAsync(An.Success());

        var order = (await CancelAsync()).ShouldBeOfType<OrderCancelled>().Order;
        var again = await CancelAsync();
        var late = await bench.ApplyAsync(An.Success());

        order.State.ShouldBe(OrderState.Revoked);
        order.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.Cancel);
        again.ShouldBeOfType<OrderCancelled>();
        late.ShouldBeOfType<Replayed>();
        bench.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancel_without_an_answer_leaves_the_order_open_and_may_be_repeated()
    {
        await bench.OpenAsync();
        bench.Channel.Cancel[1] = new CancelUnknown("retry");

        var first = await CancelAsync();
        var between = bench.OrderNow.State;
        bench.Channel.Cancel.Clear();
        var second = await CancelAsync();

        first.ShouldBe(new NotCancelled(OrderRefusal.AttemptOpen));
        between.ShouldBe(OrderState.UserPaying);
        second.ShouldBeOfType<OrderCancelled>();
    }

    [Fact]
    public async Task A_refused_cancel_is_what_the_query_says_next()
    {
        await bench.OpenAsync();
        bench.Channel.Cancel[1] = new CancelRefused("finished");
        bench.Channel.DuringWork = () =>
        {
            bench.Channel.Query[1] = Paid("T1");
            return Task.CompletedTask;
        };

        (await CancelAsync()).ShouldBe(new NotCancelled(OrderRefusal.OrderPaid));

        bench.Channel.Asked.ShouldBe(["query 1", "cancel 1", "query 1"]);
    }

    [Fact]
    public async Task A_silent_attempt_keeps_no_other_from_being_cancelled()
    {
        await bench.OpenAsync(An.Product, "alipay_wap");
        bench.Channel.Cancel[1] = new CancelUnknown("no answer");

        (await CancelAsync()).ShouldBe(new NotCancelled(OrderRefusal.AttemptOpen));

        bench.OrderNow.FindAttempt(1).ShouldNotBeNull().Asks.ShouldBe(1);
        bench.OrderNow.FindAttempt(2).ShouldNotBeNull().State.ShouldBe(AttemptState.Ended);
    }

    [Fact]
    public async Task A_channel_that_can_neither_cancel_nor_close_says_so()
    {
        await bench.OpenAsync(BareChannel.Product);

        (await CancelAsync()).ShouldBeOfType<CancelUnsupported>();

        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task An_order_that_no_channel_knows_is_cancelled_without_a_question()
    {
        await bench.CreateAsync();

        var first = await CancelAsync();
        var second = await CancelAsync();

        first.ShouldBeOfType<OrderCancelled>().Order.Version.ShouldBe(2);
        second.ShouldBeOfType<OrderCancelled>().Order.Version.ShouldBe(2);
        bench.Channel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_closed_or_paid_or_unknown_is_not_cancelled()
    {
        var unknown = await CancelAsync();
        await bench.OpenAsync();
        await bench.ApplyAsync(new Close([1]));
        var closed = await CancelAsync();
        await bench.ApplyAsync(An.Success());
        var paid = await CancelAsync();

        unknown.ShouldBe(new NotCancelled(OrderRefusal.OrderNotFound));
        closed.ShouldBe(new NotCancelled(OrderRefusal.OrderClosed));
        paid.ShouldBe(new NotCancelled(OrderRefusal.OrderPaid));
        bench.Channel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_attempt_that_is_opened_meanwhile_keeps_the_order_open()
    {
        await bench.OpenAsync();
        bench.Channel.DuringQuery = async _ =>
        {
            bench.Channel.DuringQuery = static _ => Task.CompletedTask;
            await bench.ApplyAsync(new OpenAttempt("alipay_wap", An.Account));
        };

        (await CancelAsync()).ShouldBe(new NotCancelled(OrderRefusal.AttemptOpen));

        bench.OrderNow.OpenAttempts().ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public async Task That_a_cancel_is_asked_is_committed_before_it_is_asked()
    {
        await bench.OpenAsync();
        Attempt? asked = null;
        bench.Channel.DuringWork = () =>
        {
            asked = bench.OrderNow.Attempts[0];
            return Task.CompletedTask;
        };

        await CancelAsync();

        asked.ShouldNotBeNull().CancelAskedAt.ShouldBe(bench.Clock.GetUtcNow());
        bench.OrderNow.Attempts[0].CancelAskedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_cancel_that_gave_the_money_back_unheard_is_repeated_until_it_is_heard()
    {
        await bench.OpenAsync();
        bench.Channel.Cancel[1] = new CancelUnknown("no answer");
        await CancelAsync();
        bench.Channel.Query[1] = new Declined("ended, for the money went back");
        bench.Channel.Cancel[1] = new CancelledAndRefunded("T1", An.Noon);

        var told = await bench.ApplyAsync(An.Success());
        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        told.ShouldBe(new Refused(OrderRefusal.CancelUnderWay));
        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.Cancel);
        bench.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_close_leaves_an_attempt_to_its_cancel()
    {
        await bench.OpenAsync(An.Product, "alipay_wap");
        bench.Channel.Cancel[1] = new CancelUnknown("no answer");
        await CancelAsync();
        bench.Channel.Asked.Clear();

        var closed = await bench.Get<ClosePayment>().RunAsync(bench.Id, default);

        closed.ShouldBe(new Refused(OrderRefusal.AttemptOpen));
        bench.Channel.Asked.ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private static Succeeded Paid(string tradeNo) => new(Money.OfFen(100), tradeNo, An.Noon);

    private Task<CancelResult> CancelAsync()
        => bench.Get<CancelPayment>().RunAsync(bench.Id, default);
}
