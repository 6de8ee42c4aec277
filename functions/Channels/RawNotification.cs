namespace PayFunctions.Channels;

/// <summary>A notification as it arrived.</summary>
/// <param name="Account">The account its route names.</param>
/// <param name="ContentType">The header, or null.</param>
/// <param name="Body">The bytes, untouched.</param>
internal sealed record RawNotification(
    string Account, string? ContentType, ReadOnlyMemory<byte> Body);
