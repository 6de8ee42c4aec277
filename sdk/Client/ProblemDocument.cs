namespace PayFunctions.Sdk;

/// <summary>The gateway's <c>application/problem+json</c>.</summary>
internal sealed record ProblemDocument
{
    public required string Code { get; init; }

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? RequestId { get; init; }
}
