using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

/// <summary>What the queue does for a payer who stands at a till.</summary>
public sealed class TillTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task A_code_is_asked_about_every_five_seconds_by_one_message_at_a_time()
    {
        await ChargeAsync();

        var handled = await bench.FollowForAsync(TimeSpan.FromSeconds(44));

        handled.ShouldBe(8);
        bench.Channel.Asked.ShouldBe(Enumerable.Repeat("query 1", 8));
        bench.Movements.Queue.Messages
            .Count(static m => m.VisibleAt <= An.Noon.AddMinutes(1)).ShouldBe(1);
    }

    [Fact]
    public async Task A_doubled_message_doubles_no_further()
    {
        await ChargeAsync();
        await bench.Effects.AnnounceAsync(
            new MovementMessage(bench.Id, 2, An.Noon), TimeSpan.Zero, default);

        var handled = await bench.FollowForAsync(TimeSpan.FromSeconds(44));

        handled.ShouldBeLessThan(20);
        bench.Channel.Asked.Count.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_paid_at_the_till_is_found_by_the_next_question()
    {
        await ChargeAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(12));
        bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);

        await bench.FollowForAsync(TimeSpan.FromSeconds(5));

        bench.OrderNow.State.ShouldBe(OrderState.Success);
        (await bench.NoticeAsync()).Notice.Attempts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task When_the_payers_time_is_over_the_trade_is_cancelled()
    {
        await ChargeAsync();

        await bench.FollowForAsync(TimeSpan.FromSeconds(45));

        bench.Channel.Asked[^2..].ShouldBe(["query 1", "cancel 1"]);
        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
        bench.Movements.Queue.Messages.ShouldAllBe(
            static m => m.VisibleAt > An.Noon.AddMinutes(9));
    }

    [Fact]
    public async Task A_cancel_that_is_not_answered_is_repeated_until_it_is()
    {
        await ChargeAsync();
        bench.Channel.Cancel[1] = new CancelUnknown("retry");

        await bench.FollowForAsync(TimeSpan.FromSeconds(70));
        var cancels = bench.Channel.Asked.Count(
            static a => string.Equals(a, "cancel 1", StringComparison.Ordinal));
        var before = bench.OrderNow.State;
        bench.Channel.Cancel.Clear();
        await bench.FollowForAsync(TimeSpan.FromSeconds(30));

        cancels.ShouldBe(4);
        before.ShouldBe(OrderState.UserPaying);
        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
    }

    [Fact]
    public async Task A_cancel_that_gave_money_back_is_booked()
    {
        await ChargeAsync();
        bench.Channel.Cancel[1] = new CancelledAndRefunded("T1", An.Noon.AddSeconds(45));

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.Cancel);
        bench.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task Money_that_is_told_while_the_cancel_gives_it_back_is_booked_once()
    {
        await ChargeAsync();
        bench.Channel.Cancel[1] = new CancelledAndRefunded("T1", An.Noon.AddSeconds(45));
        bench.Channel.DuringWork = () => bench.ApplyAsync(An.Success());

        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        bench.OrderNow.State.ShouldBe(OrderState.Revoked);
        bench.OrderNow.Refunds.ShouldHaveSingleItem().Origin.ShouldBe(RefundOrigin.Cancel);
        (await bench.NoticesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_cancel_asks_what_the_trade_is()
    {
        await ChargeAsync();
        await bench.FollowForAsync(TimeSpan.FromSeconds(44));
        bench.Channel.Cancel[1] = new CancelRefused("paid");
        bench.Channel.DuringWork = () =>
        {
            bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);
            return Task.CompletedTask;
        };

        await bench.FollowForAsync(TimeSpan.FromSeconds(1));

        bench.OrderNow.State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task A_code_of_a_channel_that_cannot_cancel_is_asked_about_until_its_time_is_up()
    {
        await bench.CreateAsync();
        await bench.ApplyAsync(
            new ChargeCode(BareChannel.Barcode, An.Account, "code-1"));

        await bench.FollowForAsync(TimeSpan.FromHours(2));
        var atTheEnd = bench.OrderNow;
        await bench.FollowForAsync(TimeSpan.FromHours(1));

        atTheEnd.State.ShouldBe(OrderState.Closed);
        atTheEnd.OpenAttempts().ShouldHaveSingleItem();
        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private async Task ChargeAsync()
    {
        await bench.CreateAsync();
        await bench.ApplyAsync(An.Charge());
    }
}
