using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Refunds;

public sealed class RefundPaymentTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task What_the_channel_says_at_once_is_in_the_answer()
    {
        await bench.PayAsync();

        var known = await RefundAsync("R-1", 40, "broken cup");

        known.IsNew.ShouldBeTrue();
        known.Refund.State.ShouldBe(RefundState.Succeeded);
        known.Refund.ChannelRefundNo.ShouldBe("C1");
        known.Order.IsRefunded.ShouldBeTrue();
        var sent = bench.Channel.GivenBack.ShouldHaveSingleItem().Value;
        sent.ShouldBe(new RefundRequest(
            new TradeReference(
                An.Account, An.Product, new ChannelOrderNo(bench.Id, 1), An.Noon,
                Money.OfFen(100)),
            "T1", new ChannelRefundNo(bench.Id, 1), Money.OfFen(100), Money.OfFen(40),
            "broken cup", An.Noon, new Uri("https://pay.example/notify/alipay/main")));
    }

    [Fact]
    public async Task The_refund_is_committed_before_it_is_sent()
    {
        await bench.PayAsync();
        RefundState? stored = null;
        bench.Channel.DuringWork = () =>
        {
            stored = bench.OrderNow.Refunds.Single().State;
            return Task.CompletedTask;
        };

        await RefundAsync();

        stored.ShouldBe(RefundState.Processing);
    }

    [Fact]
    public async Task The_merchant_hears_of_it_once_by_the_message_that_stands()
    {
        await bench.PayAsync();
        var sends = bench.Movements.Queue.Sends;

        await RefundAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(20));

        (bench.Movements.Queue.Sends - sends).ShouldBe(1);
        bench.Channel.Asked.ShouldBe(["refund 1"]);
        var notice = (await bench.NoticesAsync())[^1].Notice;
        (notice.Type, notice.Refund, notice.Attempts.Length).ShouldBe(("REFUND", 1, 1));
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_declined_refund_frees_its_sum_and_calls_a_human()
    {
        await bench.PayAsync();
        bench.Channel.Refund = static _ => new RefundDeclined("no money");

        var failed = await RefundAsync("R-1", 100);
        bench.Channel.Refund = static _ => null;
        var second = await RefundAsync("R-2", 100);
        await bench.FollowForAsync(RefundSchedule.First);

        (failed.Refund.State, failed.Refund.Failure)
            .ShouldBe((RefundState.Failed, "no money"));
        second.Refund.State.ShouldBe(RefundState.Succeeded);
        bench.Log.Alarms.ShouldHaveSingleItem().ShouldBe(
            $"ALARM refund_failed: order {bench.Id} refund 1 (Merchant) of 100 fen failed at "
            + "the channel: no money.");
    }

    [Fact]
    public async Task A_refund_that_is_stuck_counts_as_gone_and_calls_a_human()
    {
        await bench.PayAsync();
        bench.Channel.Refund = static _ => new RefundStuck("the card is closed");

        var stuck = await RefundAsync("R-1", 100);
        await bench.FollowForAsync(RefundSchedule.First);

        stuck.Refund.State.ShouldBe(RefundState.Abnormal);
        (await RunAsync("R-2", 1)).ShouldBe(
            new RefundRefused(OrderRefusal.RefundExceedsPayment));
        bench.Log.Alarms.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_channel_accepts_or_does_not_say_is_under_way()
    {
        await bench.PayAsync();
        bench.Channel.Refund = static _ => new RefundPending("tomorrow");
        var pending = await RefundAsync("R-1", 10);
        bench.Channel.Refund = static _ => new RefundUnknown("no answer");
        var unknown = await RefundAsync("R-2", 10);

        pending.Refund.State.ShouldBe(RefundState.Processing);
        unknown.Refund.State.ShouldBe(RefundState.Processing);
        bench.OrderNow.Version.ShouldBe(5);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_known_by_the_first_question()
    {
        await bench.PayAsync();
        bench.Channel.Refund = LoseTheAnswer;

        var unknown = await RefundAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(20));

        unknown.Refund.State.ShouldBe(RefundState.Processing);
        bench.Channel.Asked.ShouldBe(["refund 1", "ask refund 1"]);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Succeeded);
        bench.Channel.GivenBack.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refund_that_never_arrived_is_sent_again_under_its_number()
    {
        await bench.PayAsync();
        bench.Channel.Refund = static _ => new RefundUnknown("cut");
        await RefundAsync();
        bench.Channel.Refund = static _ => null;

        await bench.FollowForAsync(TimeSpan.FromSeconds(20));

        bench.Channel.Asked.ShouldBe(["refund 1", "ask refund 1", "refund 1"]);
        bench.Channel.GivenBack.Keys.ShouldBe([new ChannelRefundNo(bench.Id, 1)]);
        bench.OrderNow.IsRefunded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_number_repeats_its_answer_and_sends_nothing()
    {
        await bench.PayAsync();
        await RefundAsync("R-1", 40, "broken cup");

        var again = await RefundAsync("R-1", 40, "broken cup");

        again.IsNew.ShouldBeFalse();
        again.Refund.State.ShouldBe(RefundState.Succeeded);
        bench.Channel.Asked.ShouldBe(["refund 1"]);
        (await RunAsync("R-1", 41)).ShouldBe(
            new RefundRefused(OrderRefusal.RefundContentDiffers));
    }

    [Fact]
    public async Task A_number_that_is_claimed_and_not_committed_serves_the_repeated_call()
    {
        await bench.PayAsync();
        bench.Effects.BeforeCommit = static _ => throw new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(() => RunAsync());
        bench.Effects.BeforeCommit = static _ => Task.CompletedTask;

        var known = await RefundAsync();

        (known.IsNew, known.Refund.State).ShouldBe((true, RefundState.Succeeded));
        bench.Channel.GivenBack.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_refund_that_is_committed_and_not_sent_is_sent_by_the_queue()
    {
        await bench.PayAsync();
        bench.Channel.DuringWork = static () => throw new TimeoutException();
        await Should.ThrowAsync<TimeoutException>(() => RunAsync());
        bench.Channel.DuringWork = static () => Task.CompletedTask;

        var again = await RefundAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(20));

        again.Refund.State.ShouldBe(RefundState.Processing);
        bench.OrderNow.IsRefunded.ShouldBeTrue();
        bench.Channel.GivenBack.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_refunds_at_once_that_exceed_the_payment_one_passes()
    {
        await bench.PayAsync();
        RefundResult? second = null;
        bench.Effects.BeforeCommit = async _ =>
        {
            bench.Effects.BeforeCommit = static _ => Task.CompletedTask;
            second = await RunAsync("R-2", 60);
        };

        var first = await RunAsync("R-1", 60);

        first.ShouldBe(new RefundRefused(OrderRefusal.RefundExceedsPayment));
        second.ShouldBeOfType<RefundKnown>().Refund.OutRequestNo.ShouldBe("R-2");
        bench.Channel.GivenBack.Values.Sum(static r => r.Total.Fen).ShouldBe(60);
    }

    [Fact]
    public async Task Of_many_refunds_at_once_no_more_pass_than_the_payment_holds()
    {
        await bench.PayAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            i => Task.Run(() => RunAsync($"R-{i}", 30))));

        results.Count(static r => r is RefundKnown { IsNew: true }).ShouldBe(3);
        bench.OrderNow.RefundedOf(1).ShouldBe(Money.OfFen(90));
    }

    [Fact]
    public async Task A_number_that_another_order_has_is_refused()
    {
        await bench.PayAsync();
        await bench.Numbers.ClaimAsync("shop", "R-1", OrderId.Of("shop", "B-1"), default);

        (await RunAsync()).ShouldBe(new RefundRefused(OrderRefusal.RefundContentDiffers));

        bench.OrderNow.Refunds.ShouldBeEmpty();
        bench.Channel.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refund_that_cannot_be_uses_up_no_number()
    {
        await bench.OpenAsync();

        var unpaid = await RunAsync();
        await bench.ApplyAsync(An.Success());
        var tooMuch = await RunAsync("R-2", 101);

        unpaid.ShouldBe(new RefundRefused(OrderRefusal.OrderNotPaid));
        tooMuch.ShouldBe(new RefundRefused(OrderRefusal.RefundExceedsPayment));
        (await bench.Numbers.FindAsync("shop", "R-1", default)).ShouldBeNull();
        (await bench.Numbers.FindAsync("shop", "R-2", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_channel_without_refunds_is_asked_for_none()
    {
        await bench.PayAsync(BareChannel.Product);

        (await RunAsync()).ShouldBeOfType<RefundUnsupported>();

        bench.OrderNow.Refunds.ShouldBeEmpty();
        (await bench.Numbers.FindAsync("shop", "R-1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_applications_order_is_not_there()
    {
        await bench.PayAsync();

        var result = await RunAsync(Bench.Shop with { AppId = "stranger" }, An.Refund());

        result.ShouldBe(new RefundRefused(OrderRefusal.OrderNotFound));
        (await RunAsync("R-1", 40, "shop", "nothing")).ShouldBe(
            new RefundRefused(OrderRefusal.OrderNotFound));
    }

    [Fact]
    public async Task An_account_that_was_switched_off_still_refunds()
    {
        await bench.PayAsync();
        await bench.ChangeAccountAsync(An.Account, static a => a with { Enabled = false });

        (await RefundAsync()).Refund.State.ShouldBe(RefundState.Succeeded);
    }

    [Fact]
    public async Task What_the_channel_takes_back_is_an_alarm_and_changes_nothing()
    {
        await bench.PayAsync();
        bench.Channel.DuringWork = () => bench.ApplyAsync(
            new FailRefund(1, "the notification said no", NeedsHuman: false));

        var known = await RefundAsync();

        known.Refund.State.ShouldBe(RefundState.Failed);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().State.ShouldBe(RefundState.Failed);
        bench.Log.Alarms.ShouldHaveSingleItem().ShouldStartWith("ALARM refund_contradiction");
    }

    public void Dispose() => bench.Dispose();

    private RefundUnknown LoseTheAnswer(RefundRequest request)
    {
        bench.Channel.GivenBack.Add(request.Number, request);
        return new RefundUnknown("no answer");
    }

    private async Task<RefundKnown> RefundAsync(
        string number = "R-1", long fen = 40, string? reason = null)
        => (await RunAsync(number, fen, reason)).ShouldBeOfType<RefundKnown>();

    private Task<RefundResult> RunAsync(
        string number = "R-1", long fen = 40, string? reason = null, string outTradeNo = "A-1")
        => bench.Get<RefundPayment>().RunAsync(
            Bench.Shop, OrderId.Of("shop", outTradeNo), An.Refund(number, fen, reason), default);

    private Task<RefundResult> RunAsync(Application application, RequestRefund wanted)
        => bench.Get<RefundPayment>().RunAsync(application, bench.Id, wanted, default);
}
