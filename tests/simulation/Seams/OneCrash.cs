namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The process dies once: at the crossing with that number, on that side of it.</summary>
/// <param name="crossing">Counted from 1; 0 never comes.</param>
/// <param name="afterEffect">Whether the effect happens.</param>
internal sealed class OneCrash(int crossing, bool afterEffect) : IMishaps
{
    private readonly List<string> crossed = [];

    /// <summary>The seams that were crossed, in order.</summary>
    public IReadOnlyList<string> Crossed => crossed;

    /// <inheritdoc/>
    public TimeSpan Latency() => TimeSpan.FromMilliseconds(7);

    /// <inheritdoc/>
    public Task BeforeAsync(string seam)
    {
        crossed.Add(seam);
        return Die(seam, when: !afterEffect);
    }

    /// <inheritdoc/>
    public Task AfterAsync(string seam) => Die(seam, when: afterEffect);

    private Task Die(string seam, bool when)
        => when && crossed.Count == crossing
            ? throw new CrashException(seam)
            : Task.CompletedTask;
}
