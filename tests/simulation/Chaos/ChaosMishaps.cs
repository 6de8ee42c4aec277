using Azure;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>
/// By chance: the process dies, a call fails before or after its effect, somebody else acts in the
/// middle, an answer takes its time.
/// </summary>
internal sealed class ChaosMishaps(
    Random chance, Func<Task> interfere, Action<string> note) : IMishaps
{
    private const int Scale = 10_000;
    private const int MaxDepth = 2;
    private const int StatusBusy = 503;
    private const int OneInSlow = 50;
    private const int FewMilliseconds = 40;
    private const int ManyMilliseconds = 5_000;

    private int depth;

    /// <summary>Deaths in ten thousand crossings.</summary>
    public int Deaths { get; set; }

    /// <summary>Failures in ten thousand crossings.</summary>
    public int Failures { get; set; }

    /// <summary>Interferences in ten thousand crossings.</summary>
    public int Interferences { get; set; }

    /// <inheritdoc/>
    public TimeSpan Latency()
        => TimeSpan.FromMilliseconds(chance.Next(
            chance.Next(OneInSlow) == 0 ? ManyMilliseconds : FewMilliseconds));

    /// <inheritdoc/>
    public Task BeforeAsync(string seam) => MaybeAsync(seam);

    /// <inheritdoc/>
    public Task AfterAsync(string seam) => MaybeAsync(seam);

    private async Task MaybeAsync(string seam)
    {
        if (chance.Next(Scale) < Deaths)
        {
            throw new CrashException(seam);
        }

        if (chance.Next(Scale) < Failures)
        {
            note($"  fails: {seam}");
            throw Failure(seam);
        }

        if (depth < MaxDepth && chance.Next(Scale) < Interferences)
        {
            depth++;
            try
            {
                await interfere();
            }
            finally
            {
                depth--;
            }
        }
    }

    private static Exception Failure(string seam)
        => seam.StartsWith("channel.", StringComparison.Ordinal)
            ? new HttpRequestException($"No answer at {seam}.")
            : new RequestFailedException(StatusBusy, $"Busy at {seam}.");
}
