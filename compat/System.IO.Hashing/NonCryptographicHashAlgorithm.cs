namespace System.IO.Hashing;

/// <summary>
/// A checksum that is fed bytes. Azure.Storage.Common derives its CRC-64 from it; nothing may
/// stand on it against an adversary.
/// </summary>
public abstract class NonCryptographicHashAlgorithm
{
    /// <summary>Names the length of the result, in bytes: at least 1.</summary>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hashLengthInBytes);
        HashLengthInBytes = hashLengthInBytes;
    }

    public int HashLengthInBytes { get; }

    /// <summary>Takes further bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Takes further bytes.</summary>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(new ReadOnlySpan<byte>(source));
    }

    /// <summary>Forgets all bytes.</summary>
    public abstract void Reset();

    /// <summary>The checksum of the bytes so far, which stay.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>The checksum of the bytes so far, which are forgotten.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = new byte[HashLengthInBytes];
        GetHashAndResetCore(hash);
        return hash;
    }

    /// <summary>Writes the checksum; the span has its exact length.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Writes the checksum and forgets the bytes.</summary>
    protected virtual void GetHashAndResetCore(Span<byte> destination)
    {
        GetCurrentHashCore(destination);
        Reset();
    }
}
