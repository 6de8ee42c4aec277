using PayFunctions.Channels;
using PayFunctions.Reconciliation;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Reconciliation;

public sealed class ReconcileStepsTests
{
    private const int Planning = 4;  // the plan is a message and a row, seen from both sides

    private static readonly DateOnly Day = LargeDay.Day;
    private static readonly RunLimits Small = new(5, 9);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(5, 7)]
    [InlineData(20, 13)]
    [InlineData(20, 1_000)]
    public async Task A_day_in_steps_comes_to_what_it_comes_to_at_once(int atOnce, int onSheet)
    {
        var whole = await PlayAsync(RunLimits.Default);
        var steps = await PlayAsync(new RunLimits(atOnce, onSheet));

        ShouldBeSame(steps, whole, "in steps");
    }

    [Fact]
    public async Task The_day_of_these_tests_has_a_difference_of_every_kind()
    {
        using var day = await LargeDay.OpenAsync(new RunLimits(1, 5));
        await RunAllAsync(day);

        var run = (await day.FindAsync(Day))!;
        var kinds = await day.Bench.Reconciliations.ReadAsync(run, default)
            .Select(static d => d.Kind).ToListAsync();
        kinds.AddRange(await day.Bench.Reconciliations
            .ReadAsync(run with { Day = Day.AddDays(1) }, default)
            .Select(static d => d.Kind).ToListAsync());
        Enum.GetValues<DifferenceKind>().Except(kinds).ShouldBeEmpty();
        run.Matched.ShouldBeGreaterThan(10);
        run.Pass.ShouldBe(1);
        day.Handled.ShouldBeGreaterThan(20, "else it was done at once");
        day.Bench.Sheets.Count.ShouldBe(0, "what was put down for it is gone");
    }

    [Fact]
    public async Task Messages_that_come_twice_change_nothing()
    {
        var whole = await PlayAsync(RunLimits.Default);
        var twice = await PlayAsync(new RunLimits(5, 4), deliveries: 2);

        ShouldBeSame(twice, whole, "twice");
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(1_000, 9)]
    public async Task Cut_at_any_write_it_goes_on_from_the_queue_and_ends_the_same(
        int atOnce, int onSheet)
    {
        using var uncut = await LargeDay.OpenAsync(RunLimits.Default);
        await uncut.RunAsync(Day);
        var whole = await uncut.ResultAsync();
        var cuts = 0;

        for (var isCut = true; isCut; cuts++)
        {
            using var day = await LargeDay.OpenAsync(new RunLimits(atOnce, onSheet));
            isCut = false;
            CutAfter(day, cuts + 1, () => isCut = true);
            await day.RunAsync(Day);

            ShouldBeSame(await day.ResultAsync(), whole, $"cut {cuts + 1}");
            day.Bench.Sheets.Count.ShouldBe(0, $"cut {cuts + 1}");
        }

        cuts.ShouldBeGreaterThan(20, "else there is little to be cut");
    }

    [Theory]
    [InlineData("not ready", nameof(RunState.BillNotReady))]
    [InlineData("unknown", nameof(RunState.BillUnknown))]
    [InlineData("broken", nameof(RunState.BillBroken))]
    public async Task A_bill_that_is_gone_when_its_turn_comes_is_waited_for_and_nothing_counts(
        string how, string state)
    {
        using var day = await LargeDay.OpenAsync(Small);
        await BeginAsync(day);
        day.Bench.Bills.Days[Day] = how switch
        {
            "not ready" => new BillNotReady("made at ten"),
            "unknown" => new BillUnknown("no answer"),
            _ => ScriptedBills.Broken(),
        };
        while ((await day.FindAsync(Day))!.Tries == 0)
        {
            (await day.StepAsync()).ShouldBeTrue();
        }

        var waiting = (await day.FindAsync(Day))!;
        (waiting.State.ToString(), waiting.Progress!.Stage).ShouldBe((state, RunStage.Matching));
        waiting.BookedFen.ShouldBe(0);
        (await day.Bench.Reconciliations.ReadAsync(waiting, default).CountAsync()).ShouldBe(0);
        var sheets = day.Bench.Sheets.Count;
        day.Show();
        await DrainAsync(day);
        var done = (await day.FindAsync(Day))!;
        (done.State, done.Reason, done.Pass).ShouldBe((RunState.Done, null, 1));
        sheets.ShouldBe(waiting.Progress.Sheets, "they are not gathered again");
    }

    [Fact]
    public async Task A_bill_that_never_comes_back_calls_a_human_who_begins_anew()
    {
        using var day = await LargeDay.OpenAsync(Small);
        await BeginAsync(day);
        day.Bench.Bills.Days[Day] = new BillUnknown("no answer");
        await DrainAsync(day);

        var given = (await day.FindAsync(Day))!;
        await day.RunAsync(Day);

        (given.State, given.Tries).ShouldBe((RunState.GivenUp, RunSchedule.MaxTries));
        day.Bench.Log.Alarms.ShouldContain(static a => a.StartsWith(
            "ALARM reconciliation_given_up", StringComparison.Ordinal));
        var done = (await day.FindAsync(Day))!;
        (done.State, done.Pass, done.Progress).ShouldBe((RunState.Done, 2, null));
        day.Bench.Sheets.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Asked_for_again_half_way_it_begins_anew_and_the_old_steps_end()
    {
        using var uncut = await LargeDay.OpenAsync(RunLimits.Default);
        await RunAllAsync(uncut);
        var whole = await uncut.ResultAsync();
        using var day = await LargeDay.OpenAsync(Small);
        await BeginAsync(day);
        await day.StepAsync();
        await day.StepAsync();

        await RunAllAsync(day);
        var run = (await day.FindAsync(Day))!;
        run.Pass.ShouldBe(2);
        day.Bench.Sheets.Count.ShouldBe(0);
        ShouldBeSame(await day.ResultAsync(), whole, "begun anew");
    }

    [Fact]
    public async Task The_bill_of_a_large_day_is_read_once()
    {
        using var day = await LargeDay.OpenAsync(Small);

        await day.RunAsync(Day);

        day.Bench.Bills.Questions.ShouldBe(2, "whether it is there, and when its turn comes");
    }

    [Fact]
    public async Task A_day_of_too_many_lines_is_named_so()
    {
        using var day = await LargeDay.OpenAsync(Small);
        await BeginAsync(day);
        await day.Bench.Reconciliations.ChangeAsync(
            "alipay", An.Account, Day,
            static run => run! with
            {
                Progress = run.Progress! with { Lines = BillMatch.MaxLines },
            },
            default);

        await day.StepAsync();

        var run = (await day.FindAsync(Day))!;
        (run.State, run.Reason).ShouldBe((RunState.BillBroken, BillMatch.TooMany));
    }

    [Fact]
    public async Task A_bill_that_was_opened_too_long_ago_is_opened_anew()
    {
        using var day = await LargeDay.OpenAsync(RunLimits.Default);
        day.Bench.Journal.BeforeRead = () => day.Bench.Clock.Advance(RunSchedule.OpeningAge * 2);

        await day.RunAsync(Day);

        day.Bench.Bills.Questions.ShouldBe(2);
        (await day.FindAsync(Day))!.State.ShouldBe(RunState.Done);
    }

    private static async Task BeginAsync(LargeDay day)
    {
        day.Show();
        await day.Bench.Get<PlanReconciliations>().PlanAsync(
            "alipay", An.Account, Day, again: false, default);
        await day.StepAsync();
        (await day.FindAsync(Day))!.Progress.ShouldBe(new RunProgress());
    }

    private static async Task DrainAsync(LargeDay day)
    {
        while (await day.StepAsync())
        {
            day.Handled.ShouldBeLessThan(1_000);
        }
    }

    private static async Task<List<string>> PlayAsync(RunLimits limits, int deliveries = 1)
    {
        using var day = await LargeDay.OpenAsync(limits, deliveries);
        await RunAllAsync(day);
        var result = await day.ResultAsync();
        day.Mend();
        await RunAllAsync(day);
        result.AddRange(await day.ResultAsync());
        return result;
    }

    private static void ShouldBeSame(List<string> result, List<string> whole, string when)
    {
        result.Except(whole, StringComparer.Ordinal).ShouldBeEmpty(when);
        result.ShouldBe(whole, when);
    }

    private static async Task RunAllAsync(LargeDay day)
    {
        await day.RunAsync(Day.AddDays(-1));
        await day.RunAsync(Day);
        await day.RunAsync(Day.AddDays(1));
    }

    /// <summary>Once the day is planned, the process dies at so many sides of a write.</summary>
    private static void CutAfter(LargeDay day, int sides, Action cut)
    {
        var left = sides + Planning;
        day.Bench.Reconciliations.Around = Wrote;
        day.Bench.Sheets.Around = Wrote;
        day.Bench.Reconcile.Around = Wrote;
        day.Bench.Journal.BeforeWrite = Wrote;
        day.Bench.Effects.AfterSend = Wrote;
        day.Bench.Effects.BeforeCommit = _ =>
        {
            Wrote();
            return Task.CompletedTask;
        };

        void Wrote()
        {
            if (--left == 0)
            {
                cut();
                throw new CutException();
            }
        }
    }
}
