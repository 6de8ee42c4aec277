using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

public sealed class QueryPaymentTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task An_undecided_order_is_asked_about_and_the_answer_is_applied_first()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);

        var order = await QueryAsync();

        order.ShouldNotBeNull().State.ShouldBe(OrderState.Success);
        (await bench.NoticeAsync()).Notice.Id.Version.ShouldBe(3);
    }

    [Fact]
    public async Task Within_the_pause_the_channel_is_asked_once()
    {
        await bench.OpenAsync();

        await QueryAsync();
        bench.Clock.Advance(AskCooldown.Pause - TimeSpan.FromMilliseconds(1));
        await QueryAsync();
        var within = bench.Channel.Asked.Count;
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await QueryAsync();

        within.ShouldBe(1);
        bench.Channel.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task No_verdict_writes_nothing()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Unknown("no answer");

        var order = await QueryAsync();

        order.ShouldNotBeNull().Version.ShouldBe(2);
        bench.OrderNow.Version.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_that_the_rules_refuse_leaves_the_order_waiting_and_rings()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Succeeded(Money.OfFen(1), "T1", An.Noon);

        var order = await QueryAsync();

        order.ShouldNotBeNull().State.ShouldBe(OrderState.UserPaying);
        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
        bench.Log.Alarms.ShouldHaveSingleItem().ShouldContain(nameof(OrderRefusal.AmountDiffers));
    }

    [Fact]
    public async Task An_order_that_nobody_opened_asks_no_channel()
    {
        await bench.CreateAsync();

        (await QueryAsync()).ShouldNotBeNull().State.ShouldBe(OrderState.NotPay);

        bench.Channel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_applications_order_is_not_there()
    {
        await bench.OpenAsync();

        var order = await bench.Get<QueryPayment>().RunAsync(
            Bench.Shop with { AppId = "stranger" }, bench.Id, default);

        order.ShouldBeNull();
        bench.Channel.Asked.ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private Task<Order?> QueryAsync()
        => bench.Get<QueryPayment>().RunAsync(Bench.Shop, bench.Id, default);
}
