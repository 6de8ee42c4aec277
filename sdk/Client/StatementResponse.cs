namespace PayFunctions.Sdk;

/// <summary>The statement of a day: a CSV file.</summary>
public sealed record StatementResponse
{
    /// <summary>The file as it came; its hash was right.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Its type and characters, such as <c>text/csv; charset=utf-8</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>The gateway's number of this call; null when it was not said.</summary>
    public string? RequestId { get; init; }
}
