namespace PayFunctions.Tests.Conformance.World;

/// <summary>The same clock, fast or slow by a fixed time.</summary>
internal sealed class SkewedClock(TimeProvider clock, TimeSpan by) : TimeProvider
{
    /// <inheritdoc/>
    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + by;

    /// <inheritdoc/>
    public override long GetTimestamp() => clock.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => clock.CreateTimer(callback, state, dueTime, period);
}
