using PayFunctions.Channels;
using PayFunctions.Ledger;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Reconciliation;

public sealed class ReconcileConsumerTests : IDisposable
{
    private static readonly DateOnly Day = ReconcileBench.Day;

    private readonly ReconcileBench world = new();

    [Fact]
    public async Task What_agrees_leaves_no_difference_and_books_the_channels_fee()
    {
        await PaidAndRefundedAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 1_600), world.Refund());

        var run = await world.RunAsync();

        (run.State, run.Rows, run.Matched, run.Open, run.BookedFen)
            .ShouldBe((RunState.Done, 2, 2, 0, 2));
        (await world.DifferencesAsync()).ShouldBeEmpty();
        world.House.ShouldHaveSingleItem().Postings.ShouldBe(
            [new("channel_fee:alipay/main", 2), new("channel_receivable:alipay/main", -2)]);
    }

    [Fact]
    public async Task Running_again_changes_nothing_and_a_fee_that_changed_is_corrected()
    {
        await world.Bench.PayAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 1_600));
        var first = await world.RunAsync();
        var again = await world.RunAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 600));
        var corrected = await world.RunAsync();

        again.ShouldBe(first with { At = again.At });
        corrected.BookedFen.ShouldBe(1);
        world.House.Select(static e => e.Postings[0].Fen).ShouldBe([2, -1]);
        world.House.ShouldAllBe(e => e.At == world.Bench.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_correction_long_after_is_booked_when_it_is_found()
    {
        await world.Bench.PayAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 1_600));
        await world.RunAsync();
        world.Bench.Clock.Advance(TimeSpan.FromDays(20));
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 600));

        await world.RunAsync();

        world.House.Select(static e => BeijingDay.Of(e.At))
            .ShouldBe([Day, Day.AddDays(20)]);
    }

    [Fact]
    public async Task A_booking_that_died_before_its_journal_is_journaled_by_the_next_look()
    {
        await world.Bench.PayAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 1_600));
        world.Bench.Journal.BeforeWrite = static () => throw new NotSupportedException("It dies.");
        await Should.ThrowAsync<NotSupportedException>(
            () => world.RunAsync(again: false));
        world.Bench.Journal.BeforeWrite = static () => { };

        await world.RunAsync(again: false);

        world.House.ShouldHaveSingleItem().Postings[0].Fen.ShouldBe(2);
    }

    [Fact]
    public async Task A_difference_that_a_later_run_does_not_find_is_settled()
    {
        await world.Bench.PayAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fen: 99));
        await world.RunAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());

        var run = await world.RunAsync();

        run.Open.ShouldBe(0);
        (await world.DifferenceAsync()).IsCleared.ShouldBeTrue();
    }

    [Fact]
    public async Task A_day_that_is_done_is_not_done_again_unless_it_is_asked_for()
    {
        await world.RunAsync(again: false);
        await world.RunAsync(again: false);

        world.Bills.Questions.ShouldBe(1);
    }

    [Fact]
    public async Task A_success_that_only_the_channel_knows_is_asked_for_and_the_merchant_is_told()
    {
        await world.Bench.OpenAsync();
        world.Bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());

        var run = await world.RunAsync();

        run.Open.ShouldBe(0);
        var difference = await world.DifferenceAsync();
        (difference.Kind, difference.IsCleared).ShouldBe((DifferenceKind.OnlyAtChannel, true));
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());
        (await world.RunAsync()).Open.ShouldBe(0, "running again changes nothing");
        (await world.DifferenceAsync()).ShouldBe(difference);
        world.Bench.OrderNow.State.ShouldBe(OrderState.Success);
        (await world.Bench.NoticesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_recovered_success_is_no_difference_on_the_day_it_is_booked()
    {
        await world.Bench.OpenAsync();
        world.Bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());
        await world.Bench.FollowForAsync(TimeSpan.FromSeconds(1));
        world.Bench.Channel.Query.Clear();
        world.Bench.Clock.Advance(TimeSpan.FromDays(1));
        world.Bench.Channel.Query[1] = new Succeeded(Money.OfFen(100), "T1", An.Noon);

        await world.RunAsync();
        await world.Bench.FollowForAsync(TimeSpan.Zero);
        var next = await world.RunAsync(Day.AddDays(1));

        (next.Open, next.Rows).ShouldBe((0, 0));
        (await world.DifferenceAsync(Day.AddDays(1))).IsCleared.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_channel_does_not_confirm_stays_open_and_rings()
    {
        await world.Bench.OpenAsync();
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());

        var run = await world.RunAsync();

        run.Open.ShouldBe(1);
        (await world.DifferenceAsync()).Kind.ShouldBe(DifferenceKind.OnlyAtChannel);
        world.Bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
        world.Bench.Log.Alarms.ShouldContain(static a => a.StartsWith(
            "ALARM reconciliation_differences", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_that_are_not_ours_are_named()
    {
        world.Bills.Days[Day] = ScriptedBills.Of(
            world.Payment() with { OutTradeNo = "someone-else" },
            world.Payment() with { OutTradeNo = $"{OrderId.Of("shop", "none")}01" },
            world.Refund(number: "by-hand") with { OutTradeNo = "someone-else" });

        await world.RunAsync();

        (await world.DifferencesAsync()).Select(static d => (d.Kind, d.IsRefund)).ShouldBe(
        [
            (DifferenceKind.OnlyAtChannel, false), (DifferenceKind.OnlyAtChannel, false),
            (DifferenceKind.RefundWithoutPayment, true),
        ]);
    }

    [Fact]
    public async Task What_the_bill_does_not_have_is_only_here()
    {
        await PaidAndRefundedAsync();

        var run = await world.RunAsync();

        run.Open.ShouldBe(2);
        (await world.DifferencesAsync()).Select(static d => (d.Kind, d.OurFen, d.IsRefund))
            .ShouldBe(
                [(DifferenceKind.OnlyHere, 100L, false), (DifferenceKind.OnlyHere, 40L, true)],
                ignoreOrder: true);
    }

    [Fact]
    public async Task Another_amount_currency_or_fee_and_a_second_row_each_have_a_name()
    {
        await world.Bench.ChangeAccountAsync(
            An.Account, static account => account with { FeeBasisPoints = 60 });
        await world.Bench.PayAsync();
        foreach (var (row, kind) in new[]
        {
            (world.Payment(fen: 99), DifferenceKind.Amount),
            (world.Payment() with { Total = new Money(100, "USD") }, DifferenceKind.Currency),
            (world.Payment(fee: 1_600), DifferenceKind.Fee),
        })
        {
            world.Bills.Days[Day] = ScriptedBills.Of(row);
            (await world.RunAsync()).Matched.ShouldBe(0, $"{kind}");
            (await world.DifferencesAsync()).Select(static d => d.Kind).ShouldContain(kind);
        }

        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(fee: 1_500), world.Payment());
        var run = await world.RunAsync();
        (run.Matched, run.Open).ShouldBe((1, 1), "less than a fen is no difference");
        (await world.DifferencesAsync()).Select(static d => d.Kind)
            .ShouldContain(DifferenceKind.DuplicateAtChannel);
    }

    [Fact]
    public async Task A_refund_that_failed_here_and_is_paid_there_is_a_difference_of_state()
    {
        await world.Bench.PayAsync();
        await world.Bench.ApplyAsync(An.Refund());
        await world.Bench.ApplyAsync(new FailRefund(1, "no money", NeedsHuman: false));
        await world.Bench.FollowForAsync(RefundSchedule.First);
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment(), world.Refund());

        await world.RunAsync();

        (await world.DifferenceAsync()).Kind.ShouldBe(DifferenceKind.State);
    }

    [Fact]
    public async Task A_payment_before_midnight_that_we_heard_of_after_it_is_cleared_on_our_day()
    {
        await world.Bench.PayAsync();
        var yesterday = Day.AddDays(-1);
        world.Bills.Days[yesterday] = ScriptedBills.Of(world.Payment());

        var theirs = await world.RunAsync(yesterday);
        var ours = await world.RunAsync();

        theirs.Open.ShouldBe(1);
        ours.Open.ShouldBe(0);
        (await world.FindAsync(yesterday))!.Open.ShouldBe(0);
        var carried = await world.DifferenceAsync(yesterday);
        (carried.Kind, carried.IsCleared).ShouldBe((DifferenceKind.CrossedMidnight, true));
        await BothDaysStayAsync(yesterday, Day);
    }

    [Fact]
    public async Task A_refund_known_by_the_channels_number_alone_crosses_midnight_too()
    {
        await PaidAndRefundedAsync();
        var yesterday = Day.AddDays(-1);
        world.Bills.Days[yesterday] = ScriptedBills.Of(
            world.Refund() with { OutRefundNo = null });
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());

        var theirs = await world.RunAsync(yesterday);
        var ours = await world.RunAsync();

        (theirs.Open, ours.Open).ShouldBe((1, 0));
        (await world.DifferenceAsync(yesterday)).IsCleared.ShouldBeTrue();
        (await world.FindAsync(yesterday))!.Open.ShouldBe(0);
        world.Bills.Days[yesterday] = ScriptedBills.Of(
            world.Refund() with { OutRefundNo = null });
        world.Bills.Days[Day] = ScriptedBills.Of(world.Payment());
        await BothDaysStayAsync(yesterday, Day);
    }

    [Fact]
    public async Task A_payment_that_the_channel_counts_for_the_day_after_is_cleared_there()
    {
        await world.Bench.PayAsync();
        var tomorrow = Day.AddDays(1);
        world.Bills.Days[tomorrow] = ScriptedBills.Of(world.Payment());

        var ours = await world.RunAsync();
        var theirs = await world.RunAsync(tomorrow);

        ours.Open.ShouldBe(1);
        theirs.Open.ShouldBe(0);
        (await world.FindAsync(Day))!.Open.ShouldBe(0);
        (await world.DifferenceAsync()).IsCleared.ShouldBeTrue();
        await BothDaysStayAsync(Day, tomorrow);
    }

    [Theory]
    [InlineData("not ready", nameof(RunState.BillNotReady))]
    [InlineData("unknown", nameof(RunState.BillUnknown))]
    [InlineData("broken", nameof(RunState.BillBroken))]
    public async Task A_bill_that_cannot_be_had_is_asked_for_again_and_then_a_human_is_called(
        string how, string state)
    {
        await world.Bench.PayAsync();
        world.Bills.Days[Day] = how switch
        {
            "not ready" => new BillNotReady("made at ten"),
            "unknown" => new BillUnknown("no answer"),
            _ => ScriptedBills.Broken(world.Payment()),
        };

        var run = await world.RunAsync(again: false);
        (run.State.ToString(), run.Tries, run.BookedFen).ShouldBe((state, 1, 0));
        world.House.ShouldBeEmpty();
        (await world.DifferencesAsync()).ShouldBeEmpty("none of it counts");
        while (world.Bench.Reconcile.Queue.NextVisibleAt is { } next)
        {
            world.Bench.Clock.AdvanceTo(next);
            var message = world.Bench.Reconcile.Queue.Receive(TimeSpan.FromMinutes(1))!;
            await world.Bench.Get<ReconcileConsumer>().RunAsync(message.Body, default);
            world.Bench.Reconcile.Queue.Delete(message.MessageId, message.PopReceipt);
        }

        var last = (await world.FindAsync(Day))!;
        (last.State, last.Tries).ShouldBe((RunState.GivenUp, RunSchedule.MaxTries));
        world.Bench.Log.Alarms.ShouldHaveSingleItem().ShouldStartWith(
            "ALARM reconciliation_given_up");
    }

    [Fact]
    public async Task Days_that_are_over_are_planned_once()
    {
        var plan = world.Bench.Get<PlanReconciliations>();

        await plan.RunAsync(default);
        await plan.RunAsync(default);

        var planned = world.Bench.Reconcile.Queue.Messages
            .Where(static m => string.Equals(m.Body.Account, An.Account, StringComparison.Ordinal))
            .Select(static m => m.Body.Day).ToList();
        planned.ShouldBe(
            Enumerable.Range(1, RunSchedule.DaysBack).Select(i => Day.AddDays(-i)),
            ignoreOrder: true);
    }

    public void Dispose() => world.Dispose();

    /// <summary>Running both days again changes nothing.</summary>
    private async Task BothDaysStayAsync(DateOnly one, DateOnly other)
    {
        var before = (await world.DifferencesAsync(one), await world.DifferencesAsync(other));
        for (var i = 0; i < 2; i++)
        {
            (await world.RunAsync(one)).Open.ShouldBe(0);
            (await world.RunAsync(other)).Open.ShouldBe(0);
        }

        (await world.DifferencesAsync(one)).Select(static d => (d.Kind, d.Number, d.IsCleared))
            .ShouldBe(before.Item1.Select(static d => (d.Kind, d.Number, d.IsCleared)));
        (await world.DifferencesAsync(other)).Select(static d => (d.Kind, d.Number, d.IsCleared))
            .ShouldBe(before.Item2.Select(static d => (d.Kind, d.Number, d.IsCleared)));
    }

    private async Task PaidAndRefundedAsync()
    {
        await world.Bench.PayAsync();
        await world.Bench.ApplyAsync(An.Refund());
        await world.Bench.ApplyAsync(new SettleRefund(1, "C1", An.Noon));
        await world.Bench.FollowForAsync(RefundSchedule.First);
        world.Bench.Journal.Of(JournalScope.OfAccount("alipay", An.Account)).Count.ShouldBe(3);
    }
}
