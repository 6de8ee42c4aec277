namespace PayFunctions.Tests.Kit;

/// <summary>
/// A clock that moves only when told. Moving it fires every due timer, in order of due time (then
/// of arming); while one fires, the clock stands at its due time. UTC, in ticks of 100 ns.
/// </summary>
/// <param name="start">What the clock shows at first.</param>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock door = new();
    private readonly List<ManualTimer> armed = [];
    private readonly List<(Func<bool> IsSo, TaskCompletionSource Told)> watchers = [];
    private DateTimeOffset now = start.ToUniversalTime();
    private long armings;

    /// <summary>A clock at noon of 1 March 2026.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    {
    }

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers are waiting to fire.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (door)
            {
                return armed.Count;
            }
        }
    }

    /// <summary>When the next timer fires; null when none waits.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (door)
            {
                return First()?.Due;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (door)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(
        TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on by <paramref name="step"/>, firing what falls due.</summary>
    public void Advance(TimeSpan step) => AdvanceTo(GetUtcNow() + step);

    /// <summary>Moves the clock to <paramref name="target"/>, firing what falls due.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock would go back.</exception>
    public void AdvanceTo(DateTimeOffset target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, GetUtcNow());
        CatchUpWith(target);
    }

    /// <summary>The same where somebody else may have moved the clock further already.</summary>
    public void CatchUpWith(DateTimeOffset target)
    {
        while (TakeDue(target) is { } fire)
        {
            fire();
        }
    }

    /// <summary>
    /// Completes as soon as <paramref name="count"/> timers wait: the way to know, without
    /// sleeping, that the code under test has reached its next pause.
    /// </summary>
    public Task WhenArmedAsync(int count = 1) => WhenAsync(() => armed.Count >= count);

    /// <summary>Completes as soon as a timer waits for exactly this time.</summary>
    public Task WhenDueAsync(DateTimeOffset due)
        => WhenAsync(() => armed.Exists(timer => timer.Due == due));

    private Task WhenAsync(Func<bool> isSo)
    {
        lock (door)
        {
            if (isSo())
            {
                return Task.CompletedTask;
            }

            var told = new TaskCompletionSource(
                TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((isSo, told));
            return told.Task;
        }
    }

    private ManualTimer? First() => armed.MinBy(timer => (timer.Due, timer.Order));

    private Action? TakeDue(DateTimeOffset target)
    {
        lock (door)
        {
            if (First() is not { } timer || timer.Due > target)
            {
                now = target > now ? target : now;
                return null;
            }

            now = timer.Due > now ? timer.Due : now;
            Rearm(timer, timer.Period, timer.Period);
            return timer.Fire;
        }
    }

    private void Rearm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        armed.Remove(timer);
        if (dueTime < TimeSpan.Zero)
        {
            return;
        }

        timer.Due = now + dueTime;
        // A period of zero means once, as it does for the system's timers.
        timer.Period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
        timer.Order = ++armings;
        armed.Add(timer);
        watchers.RemoveAll(static watcher => watcher.IsSo() && watcher.Told.TrySetResult());
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action fire) : ITimer
    {
        private bool disposed;

        public Action Fire { get; } = fire;

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; } = Timeout.InfiniteTimeSpan;

        public long Order { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.door)
            {
                if (disposed)
                {
                    return false;
                }

                clock.Rearm(this, dueTime, period);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.door)
            {
                disposed = true;
                clock.armed.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
