using PayFunctions.Authorizations;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Authorizations;

/// <summary>Holds and captures that are cut off between any two steps.</summary>
public sealed class FollowHoldTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task A_capture_that_was_committed_and_never_made_is_made_by_whoever_looks_next()
    {
        await HoldAsync();
        await bench.ApplyAsync(An.Capture());

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.Channel.Asked.Count(static a => a is "capture C-1").ShouldBe(1);
        (await PaymentAsync("C-1")).State.ShouldBe(OrderState.Success);
        (await HoldNowAsync()).Captures.ShouldHaveSingleItem().State
            .ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_payment_that_was_made_and_never_opened_is_opened_by_whoever_looks_next()
    {
        await HoldAsync();
        await bench.ApplyAsync(An.Capture());
        var hold = await HoldNowAsync();
        await bench.Commit.ApplyAsync(
            OrderId.Of("shop", "C-1"),
            new Create("shop", "C-1", TermsOf(hold), LateSuccess.Revive), default);

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.Channel.Asked.Count(static a => a is "capture C-1").ShouldBe(1);
        (await HoldNowAsync()).Remaining.Fen.ShouldBe(60);
    }

    [Fact]
    public async Task A_payment_that_was_opened_and_never_sent_is_asked_about_and_then_sent()
    {
        await HoldAsync();
        await bench.ApplyAsync(An.Capture());
        var hold = await HoldNowAsync();
        var id = OrderId.Of("shop", "C-1");
        await bench.Commit.ApplyAsync(
            id, new Create("shop", "C-1", TermsOf(hold), LateSuccess.Revive), default);
        await bench.Commit.ApplyAsync(
            id, new OpenAttempt(TalkingChannel.CaptureProduct, An.Account), default);

        await bench.FollowForAsync(TimeSpan.FromHours(1));

        bench.Channel.Asked.Where(static a => a is "capture C-1" or "query 1")
            .ShouldBe(["query 1", "capture C-1"]);
        (await HoldNowAsync()).Captures.ShouldHaveSingleItem().State
            .ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_payment_that_was_paid_unheard_by_its_hold_tells_it_by_its_message()
    {
        await HoldAsync();
        bench.Channel.Capture = static _ => new Unknown("no answer");
        await CaptureAsync();
        await bench.Commit.ApplyAsync(
            OrderId.Of("shop", "C-1"),
            new Succeed(1, An.Account, Money.OfFen(40), "CT", An.Noon), default);
        (await HoldNowAsync()).Captures[0].State.ShouldBe(CaptureState.Processing);

        await bench.FollowForAsync(TimeSpan.Zero);

        (await HoldNowAsync()).Captures[0].State.ShouldBe(CaptureState.Succeeded);
    }

    [Fact]
    public async Task A_capture_whose_number_another_order_has_taken_fails_and_is_still_held()
    {
        await HoldAsync();
        await bench.ApplyAsync(An.Capture());
        await bench.Commit.ApplyAsync(
            OrderId.Of("shop", "C-1"), new Create("shop", "C-1", An.Terms(), default), default);

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.Channel.Asked.ShouldNotContain("capture C-1");
        (await HoldNowAsync()).Captures[0].State.ShouldBe(CaptureState.Failed);
        (await HoldNowAsync()).Remaining.Fen.ShouldBe(100);
    }

    [Fact]
    public async Task A_capture_that_the_channel_declines_leaves_its_amount_held()
    {
        await HoldAsync();
        bench.Channel.Capture = static _ => new Declined("no money");

        var known = await CaptureAsync();
        await bench.FollowForAsync(TimeSpan.FromDays(1));

        known.Capture.State.ShouldBe(CaptureState.Failed);
        bench.Channel.Asked.Count(static a => a is "capture C-1").ShouldBe(1);
        (await HoldNowAsync()).Remaining.Fen.ShouldBe(100);
    }

    [Fact]
    public async Task Money_that_is_taken_long_after_and_fits_no_more_calls_a_human()
    {
        await HoldAsync();
        bench.Channel.Capture = static _ => new Unknown("no answer");
        bench.Channel.Query[1] = new Declined("never came");
        await CaptureAsync();
        await bench.FollowForAsync(TimeSpan.FromDays(2));
        (await HoldNowAsync()).Captures[0].State.ShouldBe(CaptureState.Failed);
        await bench.ApplyAsync(An.Release());
        await bench.Commit.ApplyAsync(
            OrderId.Of("shop", "C-1"),
            new Succeed(1, An.Account, Money.OfFen(40), "CT", An.Noon), default);

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.Log.Alarms.ShouldContain(static a => a.Contains(
            "hold_contradiction", StringComparison.Ordinal));
        (await PaymentAsync("C-1")).State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task What_is_left_goes_back_when_its_time_is_up_and_the_merchant_is_told()
    {
        await HoldAsync();
        await CaptureAsync();

        await bench.FollowForAsync(An.HoldFor + TimeSpan.FromMinutes(1));

        var order = await HoldNowAsync();
        order.Remaining.Fen.ShouldBe(0);
        var release = order.Refunds.ShouldHaveSingleItem();
        (release.Total.Fen, release.Origin, release.State).ShouldBe(
            (60, RefundOrigin.HoldExpired, RefundState.Succeeded));
        (await bench.NoticesAsync()).Select(static n => n.Notice.Type)
            .ShouldBe(["AUTHORIZATION", "RELEASE"]);
    }

    private async Task HoldAsync()
    {
        await bench.ApplyAsync(An.Create(An.HoldTerms() with { NotifyUrl = bench.NotifyUrl }));
        await bench.ApplyAsync(new OpenAttempt(TalkingChannel.HoldProduct, An.Account));
        await bench.ApplyAsync(An.Success());
        await bench.FollowForAsync(TimeSpan.Zero);
    }

    private async Task<CaptureKnown> CaptureAsync()
        => (await bench.Get<CaptureHold>().RunAsync(
            Bench.Shop, bench.Id, An.Capture(), default)).ShouldBeOfType<CaptureKnown>();

    private static PaymentTerms TermsOf(Order hold)
        => new(
            Money.OfFen(40), hold.Terms.Subject, null, null, hold.Terms.NotifyUrl, null,
            TalkingChannel.CaptureProduct, CaptureQuestion.Lifetime, An.Account,
            Capture: new CaptureTerms(
                hold.Id, 1, 1, TalkingChannel.HoldProduct, "T1", IsFinal: false));

    private async Task<Order> HoldNowAsync()
        => (await bench.Orders.FindAsync(bench.Id, default)).ShouldNotBeNull().Order;

    private async Task<Order> PaymentAsync(string number)
        => (await bench.Orders.FindAsync(OrderId.Of("shop", number), default))
            .ShouldNotBeNull().Order;
}
