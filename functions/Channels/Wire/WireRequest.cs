using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// A request as it goes over the wire. A class without a ToString: addresses and bodies carry
/// signatures and tokens.
/// </summary>
internal sealed class WireRequest
{
    /// <summary>Where it goes.</summary>
    public required Uri Address { get; init; }

    /// <summary>POST, or GET.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The bytes that are sent, untouched; a GET has none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body's content type, sent letter by letter; null when there is no body.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>Headers besides the body's own, sent letter by letter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>
    /// Shown to a channel that asks for one, with its private key. Its connections live as long as
    /// this instance: an account keeps one.
    /// </summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The largest answer; a larger one is no answer.</summary>
    public int AnswerBytesMax { get; init; } = ChannelHttp.AnswerBytesMax;

    /// <summary>A request that sends bytes.</summary>
    public static WireRequest Post(Uri address, ReadOnlyMemory<byte> body, string contentType)
        => new() { Address = address, Body = body, ContentType = contentType };

    /// <summary>A request that says everything in its address.</summary>
    public static WireRequest Get(Uri address)
        => new() { Address = address, Method = HttpMethod.Get };
}
