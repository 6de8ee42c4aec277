using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels;

/// <summary>A notification as it arrived.</summary>
/// <param name="Account">The account its route names.</param>
/// <param name="Method"><c>POST</c>, or <c>GET</c> for one that came in the query.</param>
/// <param name="ContentType">The header, or null.</param>
/// <param name="Body">The bytes of the body, or of the query for a GET, untouched.</param>
internal sealed record RawNotification(
    string Account, string Method, string? ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Every header, for a channel that signs in them.</summary>
    public WireHeaders Headers { get; init; } = WireHeaders.None;
}
