namespace PayFunctions.Sdk;

/// <summary>Why a call did not give what was asked for.</summary>
public sealed record PayProblem
{
    /// <summary>
    /// The gateway's stable word, such as <c>ORDER_PAID</c>, or one of
    /// <see cref="PayProblemCodes"/>.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>A sentence that says what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The HTTP status; 0 when no answer came.</summary>
    public int Status { get; init; }

    /// <summary>The gateway's number of this call, for questions to its operator.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the gateway asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// True when the call may have taken effect all the same: no answer, a broken one, or trouble
    /// inside the gateway. Query, or send the same again: what is equal is done once.
    /// </summary>
    public bool IsOutcomeUnknown { get; init; }
}
