namespace PayFunctions.Net;

/// <summary>How one post ended. A result of its own for each: no post ends in an exception.
/// </summary>
internal enum DeliveryOutcome
{
    /// <summary>The URL or an address of its host may not be called; nothing was sent.</summary>
    Refused,

    /// <summary>The host's circuit is open; nothing was sent, ask again after
    /// <see cref="DeliveryResult.RetryAfter"/>.</summary>
    CircuitOpen,

    /// <summary>The host's name has no address.</summary>
    DnsFailed,

    /// <summary>No address of the host took the connection.</summary>
    ConnectFailed,

    /// <summary>The host did not prove its name with a certificate that is trusted.</summary>
    TlsFailed,

    /// <summary>Time was up; the merchant may have read the post.</summary>
    TimedOut,

    /// <summary>The answer was longer than the limit.</summary>
    TooLarge,

    /// <summary>The connection ended before a whole HTTP answer had come.</summary>
    Cut,

    /// <summary>A whole answer came, whatever its status; redirects are not followed.</summary>
    Answered,
}
