using Azure;
using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

public sealed class MovementConsumerTests : IDisposable
{
    private const string OtherProduct = "alipay_wap";
    private const int StatusBusy = 503;

    private readonly Bench bench = new();

    private MovementConsumer Consumer => bench.Get<MovementConsumer>();

    [Fact]
    public async Task A_message_for_an_order_that_never_comes_looks_again_then_is_dropped()
    {
        await bench.Effects.AnnounceAsync(
            new MovementMessage(bench.Id, 1, An.Noon), TimeSpan.Zero, default);

        var looks = await bench.FollowForAsync(TimeSpan.FromDays(1));

        looks.ShouldBeInRange(5, 15);
        bench.Effects.Delays[1].ShouldBe(MovementConsumer.LookAgainAfter);
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_before_its_version_looks_again_until_the_version_is_there()
    {
        await bench.OpenAsync();
        await bench.Effects.AnnounceAsync(
            new MovementMessage(bench.Id, 3, An.Noon), TimeSpan.Zero, default);

        await bench.FollowForAsync(TimeSpan.FromSeconds(1));
        var early = bench.Movements.Queue.Messages.Count(static m => m.Body.Version == 3);
        await bench.ApplyAsync(new Decline(1, An.Account));
        await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        early.ShouldBe(1);
        bench.Movements.Queue.Messages.ShouldAllBe(static m => m.Body.Version < 3);
    }

    [Fact]
    public async Task Nothing_due_moves_nothing_and_keeps_one_message_for_what_will_be()
    {
        await bench.OpenAsync();

        await Consumer.RunAsync(new MovementMessage(bench.Id, 1, An.Noon), default);
        await Consumer.RunAsync(new MovementMessage(bench.Id, 2, An.Noon), default);

        bench.OrderNow.Version.ShouldBe(2);
        bench.Channel.Asked.ShouldBeEmpty();
        bench.Movements.Queue.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_is_received_keeps_another_one_for_later()
    {
        await bench.CreateAsync();

        var handled = await bench.FollowForAsync(TimeSpan.FromMinutes(10));

        handled.ShouldBe(1);
        bench.Movements.Queue.Messages.ShouldHaveSingleItem()
            .VisibleAt.ShouldBe(bench.OrderNow.ExpiresAt);
    }

    [Fact]
    public async Task A_message_received_before_its_recorded_time_does_not_stand()
    {
        await bench.CreateAsync();
        bench.Clock.AdvanceTo(An.Noon.AddMinutes(10).AddMilliseconds(-30));
        var held = bench.OrderNow.WakeUp.ShouldNotBeNull();
        bench.Movements.Queue.Delete(held.MessageId, held.PopReceipt).ShouldBeTrue();

        await Consumer.RunAsync(new MovementMessage(bench.Id, 1, An.Noon), default);

        bench.Movements.Queue.Messages.ShouldHaveSingleItem()
            .VisibleAt.ShouldBe(bench.OrderNow.ExpiresAt, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_message_that_comes_long_before_its_time_leaves_another_in_its_place()
    {
        await bench.CreateAsync();
        var held = bench.OrderNow.WakeUp.ShouldNotBeNull();
        var early = bench.Movements.Queue.Messages.ShouldHaveSingleItem().Body;
        bench.Movements.Queue.Delete(held.MessageId, held.PopReceipt).ShouldBeTrue();

        await Consumer.RunAsync(early, default);

        bench.Movements.Queue.Messages.ShouldHaveSingleItem().VisibleAt.ShouldBe(held.At);
    }

    [Fact]
    public async Task Time_closes_an_unpaid_order_and_its_attempts()
    {
        await bench.OpenAsync(An.Product, OtherProduct);

        await bench.FollowForAsync(TimeSpan.FromHours(3));

        bench.OrderNow.State.ShouldBe(OrderState.Closed);
        bench.OrderNow.OpenAttempts().ShouldBeEmpty();
        Has(bench.Channel.Asked, "close 1").ShouldBeTrue();
        Has(bench.Channel.Asked, "close 2").ShouldBeTrue();
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_journaled_after_its_days_clearing_is_an_alarm()
    {
        await bench.OpenAsync();
        await bench.ApplyAsync(An.Success());
        bench.Clock.AdvanceTo(An.Noon.AddDays(JournalRules.LateDays + 1));

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.Journal.Of(JournalScope.OfApplication("shop")).ShouldNotBeEmpty();
        bench.Log.Alarms.ShouldContain(static a => Begins(a, "ALARM journal_late"));
    }

    [Fact]
    public async Task What_is_journaled_in_time_is_no_alarm()
    {
        await bench.OpenAsync();
        await bench.ApplyAsync(An.Success());
        bench.Clock.AdvanceTo(An.Noon.AddDays(JournalRules.LateDays));

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.Journal.Of(JournalScope.OfApplication("shop")).ShouldNotBeEmpty();
        bench.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_order_with_nothing_due_leaves_no_message()
    {
        await bench.OpenAsync(An.Product);
        await bench.ApplyAsync(new Close([], [1]));
        await bench.ApplyAsync(new Decline(1, An.Account));

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.OrderNow.State.ShouldBe(OrderState.Closed);
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_that_the_rules_refuse_is_an_alarm_and_no_loop()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Succeeded(Money.OfFen(99), "T1", An.Noon);

        var handled = await bench.FollowForAsync(TimeSpan.FromHours(10));

        handled.ShouldBeLessThan(20);
        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
        bench.Log.Alarms.Count().ShouldBe(bench.OrderNow.Attempts[0].Asks);
        bench.Log.Alarms.ShouldAllBe(static a => Begins(a, "ALARM channel_contradiction"));
    }

    [Fact]
    public async Task Silent_attempts_make_no_loop_and_hide_no_other_attempts_money()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[1] = new Unknown("no answer");
        bench.Channel.Query[2] = new Unknown("no answer");

        var silent = await bench.FollowForAsync(TimeSpan.FromHours(10));
        bench.Channel.Query[2] = new Succeeded(Money.OfFen(100), "T2", An.Noon);
        await bench.FollowForAsync(TimeSpan.FromHours(2));

        silent.ShouldBeLessThan(50);
        bench.OrderNow.Payment.ShouldNotBeNull().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_silence_that_goes_on_after_the_orders_time_calls_a_human()
    {
        await bench.OpenAsync();
        bench.Channel.Query[1] = new Unknown("no answer");

        await bench.FollowForAsync(TimeSpan.FromHours(20));
        var before = bench.Log.Alarms.Count();
        await bench.FollowForAsync(TimeSpan.FromHours(10));

        before.ShouldBe(0);
        bench.Log.Alarms.ShouldNotBeEmpty();
        bench.Log.Alarms.ShouldAllBe(static a => Begins(a, "ALARM channel_silent"));
    }

    [Fact]
    public async Task A_payer_who_takes_his_time_is_no_silence()
    {
        await bench.CreateAsync(lifetime: TimeSpan.FromDays(8));
        await bench.ApplyAsync(new OpenAttempt(An.Product, An.Account));

        await bench.FollowForAsync(TimeSpan.FromDays(5));
        bench.Channel.Query[1] = new Unknown("no answer");
        await bench.FollowForAsync(TimeSpan.FromHours(20));

        bench.OrderNow.Attempts[0].Asks.ShouldBeGreaterThan(100);
        bench.Log.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_refund_calls_a_human_whoever_committed_it()
    {
        await bench.PayAsync();
        await bench.ApplyAsync(An.Refund());

        await bench.ApplyAsync(new FailRefund(1, "no money", NeedsHuman: false));
        await bench.FollowForAsync(RefundSchedule.First);

        bench.Log.Alarms.ShouldHaveSingleItem().ShouldStartWith("ALARM refund_failed: order");
    }

    [Fact]
    public async Task The_other_attempts_of_a_paid_order_are_ended_at_once()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        await bench.ApplyAsync(An.Success());

        await bench.FollowForAsync(TimeSpan.Zero);

        bench.OrderNow.FindAttempt(2).ShouldNotBeNull().State.ShouldBe(AttemptState.Ended);
        bench.Channel.Asked.ShouldBe(["query 2", "close 2"]);
    }

    [Fact]
    public async Task A_second_payment_that_no_channel_tells_of_is_found()
    {
        await bench.OpenAsync(An.Product, OtherProduct);
        bench.Channel.Query[2] = new Unknown("no answer");
        await bench.ApplyAsync(An.Success());
        await bench.FollowForAsync(TimeSpan.FromMinutes(5));
        bench.Channel.Query[2] = new Succeeded(Money.OfFen(100), "T2", An.Noon);

        await bench.FollowForAsync(TimeSpan.FromHours(1));

        bench.OrderNow.Refunds.ShouldHaveSingleItem().Attempt.ShouldBe(2);
        bench.OrderNow.FindAttempt(2).ShouldNotBeNull().ChannelTradeNo.ShouldBe("T2");
    }

    [Fact]
    public async Task Trouble_that_passes_puts_the_message_off_however_long_it_lasts()
    {
        await bench.CreateAsync();
        bench.Effects.Trouble = new RequestFailedException(StatusBusy, "ServerBusy");

        var tries = await bench.FollowForAsync(TimeSpan.FromMinutes(30));
        bench.Effects.Trouble = null;
        await bench.FollowForAsync(TimeSpan.FromHours(2));

        tries.ShouldBeInRange(40, 42);
        bench.OrderNow.State.ShouldBe(OrderState.Closed);
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_defect_of_ours_is_not_put_off()
    {
        await bench.CreateAsync();
        bench.Effects.Trouble = new InvalidDataException("a row that cannot be read");

        await Should.ThrowAsync<InvalidDataException>(
            () => Consumer.RunAsync(new MovementMessage(bench.Id, 1, An.Noon), default));
    }

    public void Dispose() => bench.Dispose();

    private static bool Has(IEnumerable<string> words, string word)
        => words.Contains(word, StringComparer.Ordinal);

    private static bool Begins(string line, string start)
        => line.StartsWith(start, StringComparison.Ordinal);
}
