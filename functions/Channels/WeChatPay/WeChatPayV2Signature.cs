using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// Signatures of the older interface: fields that are not empty, sorted by name, joined as
/// <c>name=value</c> with <c>&amp;</c>, then <c>&amp;key=</c> and the APIv2 key; of that MD5, or
/// HMAC-SHA256 under the same key, in upper-case hexadecimal digits.
/// </summary>
internal static class WeChatPayV2Signature
{
    /// <summary>The field that carries it.</summary>
    public const string Field = "sign";

    /// <summary>The type that has to be named; MD5 is meant where none is.</summary>
    public const string Hmac = "HMAC-SHA256";

    private const int HmacHexLength = 2 * HMACSHA256.HashSizeInBytes;

    /// <summary>The signature of fields.</summary>
    public static string Sign(
        WeChatPayV2Access access, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var data = ToSign(access.Key, fields);
        return access.IsHmac
            ? Convert.ToHexString(HMACSHA256.HashData(access.Key, data))
            : Digest.Md5Upper(data);
    }

    /// <summary>
    /// Whether the document's own signature fits; its length tells the type. In constant time.
    /// </summary>
    public static bool Verifies(WeChatPayV2Access access, FlatXml document)
    {
        if (document.Find(Field) is not { } sign)
        {
            return false;
        }

        var data = ToSign(access.Key, document.Fields);
        return sign.Length == HmacHexLength
            ? IsHmac(access.Key, data, sign)
            : Digest.IsMd5(data, Encoding.UTF8.GetBytes(sign));
    }

    /// <summary>What is signed.</summary>
    public static byte[] ToSign(
        ReadOnlySpan<byte> key, IEnumerable<KeyValuePair<string, string>> fields)
        =>
        [
            .. Encoding.UTF8.GetBytes(string.Join('&', fields
                .Where(static f => f.Value.Length > 0
                    && !string.Equals(f.Key, Field, StringComparison.Ordinal))
                .OrderBy(static f => f.Key, StringComparer.Ordinal)
                .Select(static f => $"{f.Key}={f.Value}"))),
            .. "&key="u8,
            .. key,
        ];

    private static bool IsHmac(byte[] key, byte[] data, string hex)
    {
        var theirs = new byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(hex, theirs, out _, out _)
                == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(
                HMACSHA256.HashData(key, data), theirs);
    }
}
