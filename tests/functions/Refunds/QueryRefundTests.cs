using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Refunds;

public sealed class QueryRefundTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task A_refund_that_is_over_asks_no_channel()
    {
        await RefundAsync();

        var known = await QueryAsync();

        known.ShouldNotBeNull().Refund.State.ShouldBe(RefundState.Succeeded);
        bench.Channel.Asked.ShouldBe(["refund 1"]);
    }

    [Fact]
    public async Task An_undecided_refund_is_asked_about_and_the_answer_is_applied_first()
    {
        bench.Channel.Refund = static _ => new RefundPending("tomorrow");
        await RefundAsync();
        bench.Channel.AskRefund = static _ => new RefundSucceeded("C1", An.Noon);
        bench.Clock.Advance(RefundSchedule.First);

        var known = await QueryAsync();

        known.ShouldNotBeNull().Refund.State.ShouldBe(RefundState.Succeeded);
        bench.OrderNow.IsRefunded.ShouldBeTrue();
        (await bench.NoticesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task While_the_call_that_sends_it_may_still_run_nobody_asks()
    {
        bench.Channel.Refund = static _ => new RefundUnknown("slow");
        await RefundAsync();
        bench.Clock.Advance(RefundSchedule.First - TimeSpan.FromMilliseconds(1));

        var known = await QueryAsync();

        known.ShouldNotBeNull().Refund.State.ShouldBe(RefundState.Processing);
        bench.Channel.Asked.ShouldBe(["refund 1"]);
    }

    [Fact]
    public async Task Within_the_pause_the_channel_is_asked_once()
    {
        bench.Channel.Refund = static _ => new RefundPending("tomorrow");
        bench.Channel.AskRefund = static _ => new RefundPending("tomorrow");
        await RefundAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));

        await QueryAsync();
        await QueryAsync();
        var within = bench.Channel.Asked.Count;
        bench.Clock.Advance(AskCooldown.Pause);
        await QueryAsync();

        within.ShouldBe(2);
        bench.Channel.Asked.Count.ShouldBe(3);
        bench.OrderNow.Refunds[0].Asks.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_the_rules_refuse_shows_what_is_stored()
    {
        bench.Channel.Refund = static _ => new RefundPending("tomorrow");
        await RefundAsync();
        bench.Clock.Advance(RefundSchedule.First);
        bench.Channel.AskRefund = static _ => new RefundSucceeded("C1", An.Noon);
        bench.Channel.DuringQuery = _ => bench.ApplyAsync(
            new FailRefund(1, "the notification said no", NeedsHuman: false));

        var known = await QueryAsync();

        known.ShouldNotBeNull().Refund.State.ShouldBe(RefundState.Failed);
        bench.Log.Alarms.ShouldContain(
            static a => a.StartsWith("ALARM refund_contradiction", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_never_asked_for_or_never_committed_is_not_there()
    {
        await bench.PayAsync();
        await bench.Numbers.ClaimAsync("shop", "R-9", bench.Id, default);
        await bench.Numbers.ClaimAsync("shop", "R-8", OrderId.Of("shop", "B-1"), default);

        (await QueryAsync()).ShouldBeNull();
        (await QueryAsync("R-9")).ShouldBeNull();
        (await QueryAsync("R-8")).ShouldBeNull();
    }

    [Fact]
    public async Task Another_applications_refund_is_not_there()
    {
        await RefundAsync();

        (await bench.Get<QueryRefund>().RunAsync(
            Bench.Shop with { AppId = "stranger" }, "R-1", default)).ShouldBeNull();
    }

    public void Dispose() => bench.Dispose();

    private async Task RefundAsync()
    {
        await bench.PayAsync();
        await bench.Get<RefundPayment>().RunAsync(Bench.Shop, bench.Id, An.Refund(), default);
    }

    private Task<RefundKnown?> QueryAsync(string number = "R-1")
        => bench.Get<QueryRefund>().RunAsync(Bench.Shop, number, default);
}
