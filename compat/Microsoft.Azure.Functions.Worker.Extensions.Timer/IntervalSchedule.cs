namespace Microsoft.Azure.Functions.Worker.Extensions.Timer;

/// <summary>The same time between the end of a run and the next.</summary>
/// <param name="interval">That time.</param>
internal sealed class IntervalSchedule(TimeSpan interval) : TimerSchedule
{
    public override DateTimeOffset? NextAfter(DateTimeOffset time) => time + interval;
}
