using System.Globalization;
using System.Text.RegularExpressions;

namespace PayFunctions.MerchantApi;

/// <summary>What a merchant's Authorization header says.</summary>
/// <param name="AppId">The application.</param>
/// <param name="KeyId">Its key.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="TimestampText">The same, as it was signed.</param>
/// <param name="Nonce">Chosen by the merchant.</param>
/// <param name="Signature">The bytes of the signature.</param>
internal sealed partial record AuthorizationHeader(
    string AppId, string KeyId, long Timestamp, string TimestampText, string Nonce,
    byte[] Signature)
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "PAYFN-SHA256-RSA2048";

    /// <summary>The longest header that is read.</summary>
    public const int MaxLength = 2048;

    /// <summary>Reads the header; null when it is malformed in any way.</summary>
    public static AuthorizationHeader? Parse(string header)
    {
        if (header.Length > MaxLength
            || !header.StartsWith(Scheme + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in header[(Scheme.Length + 1)..].Split(','))
        {
            if (Field().Match(part) is not { Success: true } field
                || !fields.TryAdd(field.Groups["name"].Value, field.Groups["value"].Value))
            {
                return null;
            }
        }

        return fields.Count == 5 ? Read(fields) : null;
    }

    private static AuthorizationHeader? Read(Dictionary<string, string> fields)
    {
        var complete = fields.TryGetValue("app_id", out var appId)
            & fields.TryGetValue("key_id", out var keyId)
            & fields.TryGetValue("timestamp", out var timestamp)
            & fields.TryGetValue("nonce", out var nonce)
            & fields.TryGetValue("signature", out var signature);
        if (!complete
            || !Name().IsMatch(appId!) || !Name().IsMatch(keyId!) || !Nonces().IsMatch(nonce!)
            || !long.TryParse(
                timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return null;
        }

        var bytes = new byte[signature!.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            ? new AuthorizationHeader(
                appId!, keyId!, seconds, timestamp!, nonce!, bytes[..length])
            : null;
    }

    [GeneratedRegex("^ ?(?<name>[a-z_]{1,16})=\"(?<value>[^\"\\\\]{0,1024})\"\\z",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z0-9_-]{8,64}\\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonces();
}
