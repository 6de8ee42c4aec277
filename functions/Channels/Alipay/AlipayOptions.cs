namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The settings under <c>Alipay</c>: the limits of a call to the gateway.
/// </summary>
internal sealed class AlipayOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alipay";

    /// <summary>Until the TCP and TLS handshakes are done; 100 ms to 30 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>One request, from connect to the last byte of its answer; 100 ms to 30 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>All attempts with their pauses; 100 ms to 2 min.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How often a query is repeated after trouble; 0 to 5. Nothing else is.</summary>
    public int QueryRetries { get; init; } = 2;

    /// <summary>The pause before the first repetition, doubled for each later; 0 to 5 s.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Calls within 30 s before the circuit may open; 2 to 1000.</summary>
    public int BreakerCalls { get; init; } = 10;

    /// <summary>How long an open circuit refuses calls; 500 ms to 5 min.</summary>
    public TimeSpan BreakerPause { get; init; } = TimeSpan.FromSeconds(30);
}
