namespace PayFunctions.Tests.Inbox;

/// <summary>A body whose sender goes away after the first bytes.</summary>
internal sealed class CutStream(byte[] first) : MemoryStream(first)
{
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
        => Position < Length
            ? base.ReadAsync(buffer, cancellationToken)
            : throw new IOException("The client went away.");
}
