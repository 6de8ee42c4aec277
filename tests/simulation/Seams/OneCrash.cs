namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The process dies once: at the crossing with that number, on that side of it.</summary>
/// <param name="crossing">Counted from 1; 0 never comes.</param>
/// <param name="afterEffect">Whether the effect happens.</param>
internal sealed class OneCrash(int crossing, bool afterEffect) : IMishaps
{
    private readonly List<string> crossed = [];

    /// <summary>The seams that were crossed, in order.</summary>
    public IReadOnlyList<string> Crossed => crossed;

    /// <summary>Whether it has died.</summary>
    public bool Happened { get; private set; }

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
    {
        if (!when || Happened || crossed.Count != crossing)
        {
            return Task.CompletedTask;
        }

        Happened = true;
        throw new CrashException(seam);
    }
}
