using PayFunctions.Clearing;
using PayFunctions.Statements;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of closed days must hold.</summary>
public abstract class ClearingStoreSuite
{
    private static readonly DateOnly Day = new(2026, 1, 2);

    private static int names;

    private readonly string appId = $"clearing-{Interlocked.Increment(ref names)}";

    private protected abstract Task<IClearingStore> OpenAsync();

    [Fact]
    public async Task Every_member_of_a_day_comes_back()
    {
        var store = await OpenAsync();
        var full = Full();

        (await store.AddAsync(full, [], default)).ShouldBe(CommitVerdict.Committed);
        var read = (await store.FindAsync(appId, Day, default))!.Clearing;

        (read with { Counted = full.Counted, Balances = full.Balances }).ShouldBe(full);
        read.Counted.ShouldBe(full.Counted);
        read.Balances.ShouldBe(full.Balances);
        (await store.FindAsync(appId, Day.AddDays(1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_day_is_added_once_and_replaced_only_from_the_version_that_was_read()
    {
        var store = await OpenAsync();
        await store.AddAsync(Full(), [], default);
        var stored = (await store.FindAsync(appId, Day, default))!;
        var changed = stored with { Clearing = stored.Clearing with { LateFen = 77 } };

        (await store.AddAsync(Full(), [], default)).ShouldBe(CommitVerdict.RaceLost);
        (await store.SaveAsync(changed, default)).ShouldBe(CommitVerdict.Committed);
        (await store.SaveAsync(changed, default)).ShouldBe(CommitVerdict.RaceLost);
    }

    [Fact]
    public async Task A_day_and_what_it_changes_are_written_together_or_not_at_all()
    {
        var store = await OpenAsync();
        await store.AddAsync(Full(), [], default);
        var stored = (await store.FindAsync(appId, Day, default))!;
        var next = Full() with { Day = Day.AddDays(1) };
        var counted = stored with { Clearing = stored.Clearing with { CountedNetFen = 99 } };

        var lost = await store.AddAsync(next, [counted with { ETag = "W/\"other\"" }], default);
        var nothing = await store.FindAsync(appId, next.Day, default);
        var done = await store.AddAsync(next, [counted], default);

        (lost, nothing, done).ShouldBe((CommitVerdict.RaceLost, null, CommitVerdict.Committed));
        (await store.LatestAsync(appId, 3, default))
            .Select(static s => (s.Clearing.Day, s.Clearing.CountedNetFen))
            .ShouldBe([(next.Day, 12L), (Day, 99L)]);
        (await store.LatestAsync(appId, 1, default)).Count.ShouldBe(1);
    }

    private DayClearing Full() => new()
    {
        AppId = appId,
        Day = Day,
        Sums = new StatementSums(1, 2, 3, 4, 5),
        LateFen = 6,
        CarriedInFen = -7,
        PayoutFen = 8,
        CarriedOutFen = -9,
        DueOn = Day.AddDays(3),
        State = ClearingState.Paid,
        PayoutNo = "茶-1",
        PaidAt = An.Noon.AddTicks(1),
        IsBooked = true,
        CountedNetFen = 12,
        Counted = DayClearing.None.Add("merchant_payable:shop", -10),
        Balances = DayClearing.None.Add("merchant_payable:shop", -11),
    };
}
