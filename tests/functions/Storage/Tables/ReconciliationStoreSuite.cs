using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Reconciliation;
using PayFunctions.Storage;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

/// <summary>What every store of reconciled days must hold.</summary>
public abstract class ReconciliationStoreSuite
{
    private static int names;

    private readonly ReconciliationRun run = new()
    {
        Channel = "alipay",
        Account = $"account-{Interlocked.Increment(ref names)}",
        Day = new DateOnly(2026, 1, 2),
        State = RunState.BillBroken,
        Reason = "茶",
        Tries = 3,
        At = An.Noon,
        Rows = 4,
        Matched = 5,
        Open = 6,
        BookedFen = -7,
        BookedChangeFen = 9,
        BookedAt = An.Noon.AddTicks(1),
        Bookings = 8,
        Pass = 2,
        Progress = new RunProgress { Step = 1, Stage = RunStage.Matching, Until = "a:b" },
    };

    private protected abstract Task<IReconciliationStore> OpenAsync();

    [Fact]
    public async Task A_run_comes_back_whole_and_is_replaced()
    {
        var store = await OpenAsync();

        var before = await store.FindAsync(run.Channel, run.Account, run.Day, default);
        await SaveAsync(store, run);
        var first = await store.FindAsync(run.Channel, run.Account, run.Day, default);
        await SaveAsync(store, run with { Reason = null, Rows = 9 });
        var second = await store.FindAsync(run.Channel, run.Account, run.Day, default);

        before.ShouldBeNull();
        first.ShouldBe(run);
        second.ShouldBe(run with { Reason = null, Rows = 9 });
        await SaveAsync(store, run with { BookedAt = null, Progress = null });
        (await store.FindAsync(run.Channel, run.Account, run.Day, default))
            .ShouldBe(run with { BookedAt = null, Progress = null });
    }

    [Fact]
    public async Task A_change_that_another_one_overtakes_is_asked_for_again()
    {
        var store = await OpenAsync();
        await SaveAsync(store, run);
        var asked = 0;

        var changed = await store.ChangeAsync(
            run.Channel, run.Account, run.Day,
            known =>
            {
                if (asked++ == 0)
                {
                    SaveAsync(store, run with { Rows = 100 }).GetAwaiter().GetResult();
                }

                return known! with { Rows = known.Rows + 1 };
            },
            default);
        var left = await store.ChangeAsync(
            run.Channel, run.Account, run.Day, static _ => null, default);

        (changed!.Rows, asked).ShouldBe((101, 2));
        left.ShouldBeNull();
        (await store.FindAsync(run.Channel, run.Account, run.Day, default)).ShouldBe(changed);
    }

    [Fact]
    public async Task Differences_come_back_whole_and_the_same_one_is_there_once()
    {
        var store = await OpenAsync();
        List<Difference> many =
        [
            .. Enumerable.Range(0, 205).Select(static i => new Difference(
                DifferenceKind.OnlyAtChannel, $"N/{i}#?", i % 2 == 0, i % 3 == 0 ? null : i,
                i, i % 5 == 0 ? null : "T", "茶")),
        ];

        await store.AddAsync(run, many, default);
        await store.AddAsync(run, [many[7] with { IsCleared = true }, many[7] with
        {
            IsCleared = true,
        }], default);
        await store.AddAsync(run, [], default);
        var read = await store.ReadAsync(run, default).ToListAsync();

        read.ShouldBe(
            many.Select((d, i) => i == 7 ? d with { IsCleared = true } : d), ignoreOrder: true);
        (await store.ReadAsync(run with { Day = run.Day.AddDays(1) }, default).ToListAsync())
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_half_is_found_from_any_day_of_its_account()
    {
        var store = await OpenAsync();
        var half = new Carried(
            BillKey.Of(new BillRow(
                BillRowKind.Payment, An.Noon, "T", "N", null, null, Money.OfFen(1),
                Money.OfFen(1), 0, "")),
            run.Day, IsOurs: true, 12);

        await store.CarryAsync(run, [half], default);
        (await store.FindCarriedAsync(run, half.Key, default)).ShouldBe(half);
        half = half with { MetOn = run.Day.AddDays(1), IsRecovered = true };
        await store.CarryAsync(run, [half], default);

        var other = run with { Day = run.Day.AddDays(1) };
        (await store.FindCarriedAsync(other, half.Key, default)).ShouldBe(half);
        (await store.FindCarriedAsync(other with { Account = "other" }, half.Key, default))
            .ShouldBeNull();
    }

    private static Task<ReconciliationRun?> SaveAsync(
        IReconciliationStore store, ReconciliationRun run)
        => store.ChangeAsync(run.Channel, run.Account, run.Day, _ => run, default);
}
