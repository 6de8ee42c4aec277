namespace PayFunctions.Sdk;

/// <summary>A page of a batch's rows.</summary>
public sealed record BatchRowsResponse
{
    /// <summary>The rows in their order, at most 100.</summary>
    public required IReadOnlyList<BatchRowResponse> Rows { get; init; }

    /// <summary>Where to go on; null on the last page.</summary>
    public string? NextCursor { get; init; }

    /// <summary>The gateway's number of this call.</summary>
    public required string RequestId { get; init; }
}
