using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Bills that were made, at addresses that soon lead nowhere.</summary>
internal sealed class BillShelf
{
    /// <summary>The most bills one run keeps.</summary>
    public const int Maximum = 10_000;

    private const int TokenBytes = 22;

    private readonly ConcurrentDictionary<string, ShelvedBill> bills =
        new(StringComparer.Ordinal);

    /// <summary>Keeps a bill; the token that leads to it, null where there is no room.</summary>
    public string? Put(ShelvedBill bill)
    {
        if (bills.Count >= Maximum)
        {
            return null;
        }

        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes));
        bills[token] = bill;
        return token;
    }

    /// <summary>The bill of a token; null where there is none.</summary>
    public ShelvedBill? Find(string token) => bills.GetValueOrDefault(token);

    /// <summary>The hash that is told of a file, over its bytes before they are zipped.</summary>
    [SuppressMessage(
        "Security", "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The simulated channel knows no other.")]
    public static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA1.HashData(file));

    /// <summary>A file, zipped.</summary>
    public static byte[] Zip(byte[] file)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(file);
        }

        return bytes.ToArray();
    }
}

/// <summary>A bill on the shelf.</summary>
/// <param name="MchId">Whose it is.</param>
/// <param name="File">As it is downloaded.</param>
/// <param name="Expires">Until when.</param>
internal sealed record ShelvedBill(string MchId, byte[] File, DateTimeOffset Expires);
