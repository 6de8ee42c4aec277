namespace PayFunctions.Sdk;

/// <summary>One post to the merchant's <c>notify_url</c>.</summary>
public sealed record NotifyAttempt
{
    /// <summary>When it began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP status that came back; null when none did.</summary>
    public int? Status { get; init; }

    /// <summary>The first 256 bytes of what came back, as text; null when nothing did.</summary>
    public string? Answer { get; init; }

    /// <summary>The gateway's word for how it went.</summary>
    public required string Outcome { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required long DurationMs { get; init; }
}
