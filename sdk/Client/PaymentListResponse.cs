namespace PayFunctions.Sdk;

/// <summary>A page of orders.</summary>
public sealed record PaymentListResponse
{
    /// <summary>The orders, the earliest first; there may be none and yet more to come.</summary>
    public required IReadOnlyList<ListedPayment> Payments { get; init; }

    /// <summary>Whether there is another page now.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Where to go on; null while nothing was found.</summary>
    public string? NextCursor { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
