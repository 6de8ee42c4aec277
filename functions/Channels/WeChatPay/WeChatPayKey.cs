using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// A key of WeChat Pay's, by the name it is called in <c>Wechatpay-Serial</c>: a platform
/// certificate, or the public key that has no end.
/// </summary>
internal sealed class WeChatPayKey
{
    /// <summary>Bytes of the longest text that fits: RSA-2048 less what OAEP needs.</summary>
    public const int SecretBytesMax = 214;

    private const int BitsMin = 2048;

    private readonly RsaVerifier verifier;
    private readonly byte[] publicKey;

    private WeChatPayKey(
        string serial, RsaVerifier verifier, byte[] publicKey, DateTimeOffset from,
        DateTimeOffset until)
    {
        this.verifier = verifier;
        this.publicKey = publicKey;
        Serial = serial;
        From = from;
        Until = until;
    }

    /// <summary>What it is called.</summary>
    public string Serial { get; }

    /// <summary>Since when it is in force.</summary>
    public DateTimeOffset From { get; }

    /// <summary>Until when it is.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>The public key of that name; null when it is none that may verify.</summary>
    public static WeChatPayKey? OfPublicKey(string id, string text)
        => Of(id, SpkiText.TryRead(text), DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>
    /// A platform certificate's; null when the text is no certificate of that serial number. When
    /// it is in force is read in the certificate itself.
    /// </summary>
    public static WeChatPayKey? OfCertificate(string serial, ReadOnlySpan<byte> pem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(pem));
            return IsSerial(serial, certificate.SerialNumber)
                ? Of(
                    serial, certificate.GetRSAPublicKey(),
                    new DateTimeOffset(certificate.NotBefore),
                    new DateTimeOffset(certificate.NotAfter))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether it is in force.</summary>
    public bool IsInForce(DateTimeOffset now) => now >= From && now < Until;

    /// <summary>Whether the base64 text signs the data: RSA PKCS#1 v1.5 over SHA-256.</summary>
    public bool Verifies(ReadOnlySpan<byte> data, string base64)
        => verifier.Verifies(data, Encoding.UTF8.GetBytes(base64));

    /// <summary>
    /// Encrypts a field that only WeChat Pay may read: RSAES-OAEP with SHA-1, in base64. The
    /// request names the key in <c>Wechatpay-Serial</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The text has more than
    /// <see cref="SecretBytesMax"/> bytes.</exception>
    public string Encrypt(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        if (plain.Length > SecretBytesMax)
        {
            throw new ArgumentException("Too long to be encrypted.", nameof(text));
        }

        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(publicKey, out _);
        return Convert.ToBase64String(rsa.Encrypt(plain, RSAEncryptionPadding.OaepSHA1));
    }

    private static WeChatPayKey? Of(
        string serial, RSA? key, DateTimeOffset from, DateTimeOffset until)
    {
        var der = key?.ExportSubjectPublicKeyInfo();
        return RsaVerifier.Of(key, BitsMin, HashAlgorithmName.SHA256) is { } verifier
            ? new WeChatPayKey(serial, verifier, der!, from, until)
            : null;
    }

    // In a certificate the number may have a zero in front, which is a matter of its encoding.
    private static bool IsSerial(string said, string certified)
        => string.Equals(
            said.TrimStart('0'), certified.TrimStart('0'), StringComparison.OrdinalIgnoreCase);
}
