using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

internal sealed class TimerFunctions(Probe probe, TimeProvider time)
{
    [Function("EveryFiveMinutes")]
    public Task EveryFiveMinutesAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
        => RunAsync(timer, cancellation);

    [Function("BySetting")]
    public Task BySettingAsync(
        [TimerTrigger("%Schedule%")] TimerInfo timer, CancellationToken cancellation)
        => RunAsync(timer, cancellation);

    [Function("AtStartup")]
    public Task AtStartupAsync(
        [TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer,
        CancellationToken cancellation) => RunAsync(timer, cancellation);

    private Task RunAsync(TimerInfo timer, CancellationToken cancellation)
    {
        probe.Tell((time.GetUtcNow(), timer));
        return probe.Work(cancellation);
    }
}
