using System.Diagnostics.CodeAnalysis;
using Azure;
using Azure.Core;

namespace PayFunctions.Tests.Flows.Host.Wire;

/// <summary>An answer that a service in trouble gives; it has no body.</summary>
/// <param name="status">429, 500 or 503.</param>
/// <param name="retryAfter">Whole seconds; null leaves the header out.</param>
/// <param name="clientRequestId">The request's own id.</param>
internal sealed class WireRefusal(int status, string? retryAfter, string clientRequestId)
    : Response
{
    private const string RetryAfter = "Retry-After";

    /// <inheritdoc/>
    public override int Status => status;

    /// <inheritdoc/>
    public override bool IsError => true;

    /// <inheritdoc/>
    public override string ReasonPhrase => "In trouble";

    /// <inheritdoc/>
    public override Stream? ContentStream { get; set; } = new MemoryStream();

    /// <inheritdoc/>
    public override string ClientRequestId { get; set; } = clientRequestId;

    /// <inheritdoc/>
    public override void Dispose() => ContentStream?.Dispose();

    /// <inheritdoc/>
    protected override bool ContainsHeader(string name) => TryGetHeader(name, out _);

    /// <inheritdoc/>
    protected override IEnumerable<HttpHeader> EnumerateHeaders()
        => retryAfter is null ? [] : [new HttpHeader(RetryAfter, retryAfter)];

    /// <inheritdoc/>
    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
    {
        value = string.Equals(name, RetryAfter, StringComparison.OrdinalIgnoreCase)
            ? retryAfter
            : null;
        return value is not null;
    }

    /// <inheritdoc/>
    protected override bool TryGetHeaderValues(
        string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = TryGetHeader(name, out var value) ? [value] : null;
        return values is not null;
    }
}
