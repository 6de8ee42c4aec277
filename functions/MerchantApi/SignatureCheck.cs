using System.Security.Cryptography;
using System.Text;
using PayFunctions.Platform;

namespace PayFunctions.MerchantApi;

/// <summary>
/// Verifies what a merchant signed. Pure: bytes in, verdict out; it fails closed.
/// </summary>
internal static class SignatureCheck
{
    /// <summary>How far a call's timestamp may be from our clock.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(300);

    /// <summary>Whether a time in Unix seconds lies within a window around now.</summary>
    public static bool IsFresh(long unixSeconds, DateTimeOffset now, TimeSpan window)
        => Math.Abs(
            decimal.Subtract(unixSeconds, now.ToUnixTimeSeconds())) <= (decimal)window.TotalSeconds;

    /// <summary>The bytes a merchant signs for a server-to-server call.</summary>
    public static byte[] CallBytes(
        string method, string pathAndQuery, AuthorizationHeader header, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(
            $"{method}\n{pathAndQuery}\n{header.TimestampText}\n{header.Nonce}\n");
        return [.. head, .. body, (byte)'\n'];
    }

    /// <summary>Whether the signature is that key's over those bytes.</summary>
    public static bool Verify(
        ApplicationKey key, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.PublicKey), out _);
        return rsa.VerifyData(
            signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
