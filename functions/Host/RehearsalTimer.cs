namespace PayFunctions.Host;

/// <summary>One long wait by a clock that is moved: it looks at the clock again and again.
/// </summary>
internal sealed class RehearsalTimer : ITimer
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly RehearsalClock clock;
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly ITimer timer;
    private readonly Lock turn = new();
    private DateTimeOffset? due;

    /// <summary>Begins to wait.</summary>
    public RehearsalTimer(
        RehearsalClock clock, TimerCallback callback, object? state, TimeSpan dueTime)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        due = DueIn(dueTime);
        timer = TimeProvider.System.CreateTimer(
            static self => ((RehearsalTimer)self!).LookAtClock(), this, Look, Look);
    }

    /// <inheritdoc/>
    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (turn)
        {
            due = DueIn(dueTime);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => timer.DisposeAsync();

    private DateTimeOffset? DueIn(TimeSpan dueTime)
        => dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;

    private void LookAtClock()
    {
        lock (turn)
        {
            if (due is not { } end || clock.GetUtcNow() < end)
            {
                return;
            }

            due = null;
        }

        callback(state);
    }
}
