using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void Timers_fire_in_the_order_of_their_due_times_at_their_due_times()
    {
        var fired = new List<string>();
        var start = clock.GetUtcNow();
        using var late = Timer("late", TimeSpan.FromSeconds(9), Timeout.InfiniteTimeSpan);
        using var early = Timer("early", TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe(["early 4", "late 9"]);
        clock.GetUtcNow().ShouldBe(start + TimeSpan.FromSeconds(10));

        ITimer Timer(string name, TimeSpan due, TimeSpan period) => clock.CreateTimer(
            _ => fired.Add($"{name} {(clock.GetUtcNow() - start).TotalSeconds}"),
            null, due, period);
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_period_until_disposed()
    {
        var fired = 0;
        using var timer = clock.CreateTimer(
            _ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2));

        clock.Advance(TimeSpan.FromSeconds(6));
        timer.Dispose();
        clock.Advance(TimeSpan.FromSeconds(6));

        fired.ShouldBe(3);
        clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_reaches_it()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);

        clock.Advance(TimeSpan.FromMinutes(59));
        var before = delay.IsCompleted;
        clock.Advance(TimeSpan.FromMinutes(1));
        await delay;

        before.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_waits_for_a_pause_is_told_when_a_timer_is_armed()
    {
        var paused = clock.WhenArmedAsync(2);
        using var one = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
        var first = paused.IsCompleted;
        using var two = new CancellationTokenSource(TimeSpan.FromMinutes(2), clock);

        await paused;

        first.ShouldBeFalse();
        clock.NextDue.ShouldBe(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Who_waits_for_a_certain_time_is_told_when_a_timer_is_set_to_it()
    {
        var wanted = clock.GetUtcNow() + TimeSpan.FromMinutes(2);
        var told = clock.WhenDueAsync(wanted);
        using var other = new CancellationTokenSource(TimeSpan.FromMinutes(1), clock);
        var first = told.IsCompleted;
        using var that = new CancellationTokenSource(TimeSpan.FromMinutes(2), clock);

        await told;

        first.ShouldBeFalse();
    }

    [Fact]
    public void The_clock_never_goes_back()
        => Should.Throw<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
}
