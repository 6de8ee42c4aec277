using Microsoft.Azure.Functions.Worker.Runtime;

namespace Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;

/// <summary>How long to leave an empty queue alone: longer and longer, with chance mixed in so that
/// instances do not look in step.</summary>
/// <param name="longest">The longest wait.</param>
/// <param name="chance">Where the spread comes from.</param>
internal sealed class PollingBackOff(TimeSpan longest, Chance chance)
{
    /// <summary>The first wait after a message.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    private const double Spread = 0.2;

    // The wait has long reached any sensible limit; the power must not overflow a time span.
    private const int MostDoublings = 24;

    private int misses;

    /// <summary>A message was there: begin again.</summary>
    public void Found() => misses = 0;

    /// <summary>Nothing was there: the wait until the next look.</summary>
    public TimeSpan Next()
    {
        var spread = 1 - Spread + (2 * Spread * chance.NextUnit());
        var wait = Shortest + (Shortest * ((Math.Pow(2, misses) - 1) * spread));
        misses = Math.Min(misses + 1, MostDoublings);
        return wait < longest ? wait : longest;
    }
}
