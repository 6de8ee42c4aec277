using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Tests.Compat.Worker.Fixtures;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class TimerRunTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly DateTimeOffset noon;

    public TimerRunTests() => noon = clock.GetUtcNow();

    [Fact]
    public async Task A_timer_runs_at_each_occurrence_and_is_told_the_next()
    {
        await using var app = await StartAsync("EveryFiveMinutes");

        var (first, firstInfo) = await ReachAsync(app, noon.AddMinutes(5));
        var (second, secondInfo) = await ReachAsync(app, noon.AddMinutes(10));

        first.ShouldBe(noon.AddMinutes(5));
        firstInfo.IsPastDue.ShouldBeFalse();
        firstInfo.ScheduleStatus!.Last.ShouldBe(default);
        firstInfo.ScheduleStatus.Next.ShouldBe(noon.AddMinutes(10).UtcDateTime);
        firstInfo.ScheduleStatus.LastUpdated.ShouldBe(noon.AddMinutes(5).UtcDateTime);
        second.ShouldBe(noon.AddMinutes(10));
        secondInfo.ScheduleStatus!.Last.ShouldBe(noon.AddMinutes(5).UtcDateTime);
    }

    [Fact]
    public async Task A_timer_does_not_run_before_its_time()
    {
        await using var app = await StartAsync("EveryFiveMinutes");
        await clock.WhenDueAsync(noon.AddMinutes(5));

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));

        app.Probe.Unheard.ShouldBe(0);
        clock.NextDue.ShouldBe(noon.AddMinutes(5));
    }

    [Fact]
    public async Task A_run_that_outlasts_its_interval_is_not_overlapped()
    {
        var finish = new TaskCompletionSource();
        await using var app = await StartAsync("EveryFiveMinutes", work: _ => finish.Task);

        await ReachAsync(app, noon.AddMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(12));
        var meanwhile = app.Probe.Unheard;
        finish.SetResult();
        var (next, _) = await ReachAsync(app, noon.AddMinutes(20));

        meanwhile.ShouldBe(0);
        next.ShouldBe(noon.AddMinutes(20));
    }

    [Fact]
    public async Task A_run_that_fails_is_logged_and_the_schedule_goes_on()
    {
        await using var app = await StartAsync(
            "EveryFiveMinutes", work: static _ => throw new InvalidOperationException("broken"));

        await ReachAsync(app, noon.AddMinutes(5));
        var (second, _) = await ReachAsync(app, noon.AddMinutes(10));

        second.ShouldBe(noon.AddMinutes(10));
        app.Lines.All.ShouldContain(line =>
            line.StartsWith("Error:", StringComparison.Ordinal)
            && line.Contains("broken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("00:00:20", 20)]
    [InlineData("*/15 * * * * *", 15)]
    [InlineData("0 0 12 2 3 *", 86_400)]
    public async Task A_schedule_may_be_a_setting(string schedule, int seconds)
    {
        await using var app = await StartAsync(
            "BySetting", new(StringComparer.Ordinal) { ["Schedule"] = schedule });

        var (ran, _) = await ReachAsync(app, noon.AddSeconds(seconds));

        ran.ShouldBe(noon.AddSeconds(seconds));
    }

    [Fact]
    public async Task A_wait_longer_than_any_timer_of_the_platform_is_waited_out()
    {
        await using var app = await StartAsync(
            "BySetting", new(StringComparer.Ordinal) { ["Schedule"] = "0 0 12 1 5 *" });

        for (var day = 1; day < 61; day++)
        {
            await clock.WhenDueAsync(noon.AddDays(day));
            clock.Advance(TimeSpan.FromDays(1));
        }

        var early = app.Probe.Unheard;
        var (ran, _) = await ReachAsync(app, noon.AddDays(61));

        early.ShouldBe(0);
        ran.ShouldBe(noon.AddDays(61));
    }

    [Fact]
    public async Task A_timer_may_run_at_the_start_too()
    {
        await using var app = await StartAsync("AtStartup");

        var (ran, info) = await app.Probe.HearAsync<(DateTimeOffset, TimerInfo)>();

        ran.ShouldBe(noon);
        info.ScheduleStatus!.Next.ShouldBe(new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_function_past_its_time_limit_is_cancelled()
    {
        await using var app = await StartAsync(
            "EveryFiveMinutes",
            new(StringComparer.Ordinal) { ["AzureFunctionsJobHost:functionTimeout"] = "00:01:00" },
            static cancellation => Task.Delay(
                Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation));

        await ReachAsync(app, noon.AddMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(1));
        var (next, _) = await ReachAsync(app, noon.AddMinutes(10));
        clock.Advance(TimeSpan.FromMinutes(1));

        next.ShouldBe(noon.AddMinutes(10));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("every day")]
    public async Task An_app_with_a_schedule_missing_or_wrong_does_not_start(string? schedule)
    {
        using var host = WorkerApp.Build(
            ["BySetting"], new(StringComparer.Ordinal) { ["Schedule"] = schedule });

        var failure = await Should.ThrowAsync<Exception>(() => host.StartAsync());

        failure.ShouldSatisfyAllConditions(
            () => (failure is FormatException or InvalidOperationException).ShouldBeTrue(),
            () => failure.Message.ShouldContain(schedule ?? "'Schedule', which is missing"));
    }

    private Task<WorkerApp> StartAsync(
        string function,
        Dictionary<string, string?>? settings = null,
        Func<CancellationToken, Task>? work = null)
        => WorkerApp.StartAsync([function], settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(clock);
            if (work is not null)
            {
                builder.Services.AddSingleton(new Probe { Work = work });
            }
        });

    /// <summary>Moves on to an occurrence once the app waits for it, and hears the run.</summary>
    private async Task<(DateTimeOffset Time, TimerInfo Timer)> ReachAsync(
        WorkerApp app, DateTimeOffset due)
    {
        await clock.WhenDueAsync(due);
        clock.AdvanceTo(due);
        return await app.Probe.HearAsync<(DateTimeOffset, TimerInfo)>();
    }
}
