using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Conformance;

/// <summary>What a channel with bills has to hold: a day of ours and its bill agree.</summary>
public abstract class BillConformance<TRig> : ChannelConformance<TRig>
    where TRig : ChannelRig, new()
{
    private const long Part = 3_000;

    /// <summary>The day on which everything here happens.</summary>
    private DateOnly Day { get; set; }

    [Fact]
    public async Task Payments_and_refunds_of_a_day_agree_with_the_bill_and_its_fee_is_booked()
    {
        var id = await MoveAsync();
        World.Clock.Advance(TimeSpan.FromDays(1));

        var run = await ReconcileAsync();

        (run.State, run.Reason, run.Rows, run.Matched, run.Open)
            .ShouldBe((RunState.Done, null, 3, 3, 0));
        (run.BookedFen > 0).ShouldBe(World.Rig.BillsNameFees);
        (await World.StoredAsync(id)).IsRefunded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_bill_that_is_not_made_yet_is_waited_for()
    {
        await MoveAsync();

        var run = await ReconcileAsync();

        (run.State, run.Tries).ShouldBe((RunState.BillNotReady, 1));
        run.BookedFen.ShouldBe(0);
    }

    [Fact]
    public async Task A_day_on_which_nothing_moved_has_nothing_to_agree_on()
    {
        Day = BeijingDay.Of(World.Clock.GetUtcNow());
        World.Clock.Advance(TimeSpan.FromDays(1));

        var run = await ReconcileAsync();

        run.State.ShouldBeOneOf(RunState.Done, RunState.BillNotReady);
        (run.Rows, run.Open).ShouldBe((0, 0));
    }

    /// <summary>Two payments and a refund; the first order.</summary>
    private async Task<string> MoveAsync()
    {
        Day = BeijingDay.Of(World.Clock.GetUtcNow());
        var id = await World.PayAsync();
        await World.PayAsync();
        (await World.RefundAsync(id, "R-1", Part)).Status.ShouldBe(201);
        await World.LetItTakeAsync(World.Gateway.PassAsync(TimeSpan.FromHours(3)));
        return id;
    }

    private async Task<ReconciliationRun> ReconcileAsync()
    {
        await World.Gateway.Get<ReconcileConsumer>().RunAsync(
            new ReconcileMessage(World.Rig.Channel, "main", Day), default);
        return (await World.Gateway.Get<IReconciliationStore>().FindAsync(
            World.Rig.Channel, "main", Day, default)).ShouldNotBeNull();
    }
}
