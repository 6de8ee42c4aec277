using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PayFunctions.Channels.Wire;

/// <summary>MD5 as older channels sign with it: over text that ends in a shared secret.</summary>
internal static class Digest
{
    /// <summary>Hexadecimal digits of an MD5.</summary>
    public const int Md5HexLength = 2 * MD5.HashSizeInBytes;

    /// <summary>The MD5 in upper case.</summary>
    public static string Md5Upper(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        HashMd5(data, hash);
        return Convert.ToHexString(hash);
    }

    /// <summary>The MD5 in lower case.</summary>
    public static string Md5Lower(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        HashMd5(data, hash);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>
    /// Whether 32 hexadecimal digits, in ASCII and of either case, are the MD5 of the data. Takes
    /// the same time wherever they differ.
    /// </summary>
    public static bool IsMd5(ReadOnlySpan<byte> data, ReadOnlySpan<byte> hex)
    {
        Span<byte> theirs = stackalloc byte[MD5.HashSizeInBytes];
        if (hex.Length != Md5HexLength
            || Convert.FromHexString(hex, theirs, out _, out _)
                != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        Span<byte> ours = stackalloc byte[MD5.HashSizeInBytes];
        HashMd5(data, ours);
        return CryptographicOperations.FixedTimeEquals(ours, theirs);
    }

    [SuppressMessage(
        "Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The channels know no other algorithm.")]
    private static void HashMd5(ReadOnlySpan<byte> data, Span<byte> hash)
        => MD5.HashData(data, hash);
}
