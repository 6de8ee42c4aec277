namespace PayFunctions.Sandbox.Simulation;

/// <summary>How a channel notifies.</summary>
internal sealed record NotificationOptions
{
    /// <summary>From each attempt to the next; one attempt more than gaps in all.</summary>
    public required IReadOnlyList<TimeSpan> Gaps { get; init; }

    /// <summary>
    /// Whether an HTTP status and the beginning of a body mean that the merchant knows.
    /// </summary>
    public required Func<int, string, bool> IsAccepted { get; init; }

    /// <summary>The clock of attempts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many times faster than documented attempts follow each other.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>From connect to the last byte that is read of the answer.</summary>
    public TimeSpan AttemptLimit { get; init; } = TimeSpan.FromSeconds(10);
}
