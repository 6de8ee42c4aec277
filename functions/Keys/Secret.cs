using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Keys;

/// <summary>A secret from the vault. It has no readable text: whoever needs it asks aloud.
/// </summary>
internal sealed class Secret(string value)
{
    private const string Mask = "***";

    /// <summary>The secret as text.</summary>
    public string Reveal() => value;

    /// <summary>The secret as bytes in UTF-8.</summary>
    public byte[] RevealBytes() => Encoding.UTF8.GetBytes(value);

    /// <summary>The secret as the bytes that its base64 text stands for; null when it is no such
    /// text. Certificates (PKCS#12) are kept so.</summary>
    public byte[]? RevealBase64()
    {
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var length)
            ? bytes[..length]
            : null;
    }

    /// <summary>Whether two secrets are the same, in constant time.</summary>
    public bool IsSame(Secret other)
        => CryptographicOperations.FixedTimeEquals(RevealBytes(), other.RevealBytes());

    /// <summary>A mask.</summary>
    public override string ToString() => Mask;
}
