namespace PayFunctions.Sdk;

/// <summary>A capture as the gateway knows it now, with the payment that it became.</summary>
public sealed record CaptureResponse : AuthorizationCapture
{
    /// <summary>The gateway's number of the authorisation.</summary>
    public required string AuthorizationId { get; init; }

    /// <summary>What is left of it, in fen.</summary>
    public required long RemainingFee { get; init; }

    /// <summary>The payment; null where it could not be made.</summary>
    public ListedPayment? Payment { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
