using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>Runs one function by its schedule. A run that outlasts its interval is not overlapped:
/// what fell due meanwhile is passed over.</summary>
internal sealed class TimerListener(
    FunctionMethod function,
    TimerSchedule schedule,
    bool runOnStartup,
    FunctionInvoker invoker,
    TimeProvider time)
{
    // Timers of the platform end below 50 days; a longer wait is made of several.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private DateTimeOffset last = DateTimeOffset.MinValue;

    public async Task RunAsync(CancellationToken stop)
    {
        if (runOnStartup)
        {
            await FireAsync();
        }

        var next = schedule.NextAfter(time.GetUtcNow());
        while (next is { } due && await ReachAsync(due, stop))
        {
            await FireAsync();
            last = due;
            // Even if the clock was set back meanwhile, an occurrence runs once.
            var now = time.GetUtcNow();
            next = schedule.NextAfter(now > due ? now : due);
        }
    }

    private async Task<bool> ReachAsync(DateTimeOffset due, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && due - time.GetUtcNow() is var wait
            && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !stop.IsCancellationRequested;
    }

    private async Task FireAsync()
    {
        var now = time.GetUtcNow();
        var timer = new TimerInfo
        {
            ScheduleStatus = new ScheduleStatus
            {
                Last = last.UtcDateTime,
                Next = (schedule.NextAfter(now) ?? DateTimeOffset.MaxValue).UtcDateTime,
                LastUpdated = now.UtcDateTime,
            },
        };
        // What the function throws is in the invoker's log; the schedule goes on.
        await invoker.InvokeAsync(function, new SingleValueInput(timer), CancellationToken.None);
    }
}
