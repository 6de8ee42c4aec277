using System.Net;

namespace PayFunctions.Channels.Wire;

/// <summary>What came over the wire, whole, not verified.</summary>
/// <param name="status">The HTTP status, whatever it is.</param>
/// <param name="contentType">The header as it came, or null.</param>
/// <param name="body">The bytes as they came.</param>
/// <param name="headers">The headers that are not the body's own.</param>
internal sealed class WireAnswer(
    HttpStatusCode status, string? contentType, byte[] body, WireHeaders headers)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => status;

    /// <summary>The header as it came, or null.</summary>
    public string? ContentType => contentType;

    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Body => body;

    /// <summary>The headers that are not the body's own.</summary>
    public WireHeaders Headers => headers;
}
