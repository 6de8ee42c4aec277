using System.Globalization;
using System.Text.RegularExpressions;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Who signed a request, and how: its five fields, which may stand in any order.</summary>
/// <param name="MchId">The merchant.</param>
/// <param name="Nonce">Its nonce_str.</param>
/// <param name="Timestamp">As written.</param>
/// <param name="Serial">Of the key.</param>
/// <param name="Signature">In base64.</param>
internal sealed partial record Authorization(
    string MchId, string Nonce, string Timestamp, string Serial, string Signature)
{
    private const int Fields = 5;
    private const int SecondsDigitsMaximum = 11;

    /// <summary>The moment; null where the timestamp is none.</summary>
    public DateTimeOffset? Moment
        => Timestamp.Length <= SecondsDigitsMaximum
            && long.TryParse(
                Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Reads the header; null where it is not of this kind.</summary>
    public static Authorization? Parse(string header)
    {
        if (Whole().Match(header) is not { Success: true } match)
        {
            return null;
        }

        var names = match.Groups["name"].Captures;
        var values = match.Groups["value"].Captures;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (!found.TryAdd(names[i].Value, values[i].Value))
            {
                return null;
            }
        }

        return found.Count == Fields
            && found.TryGetValue("mchid", out var mchId)
            && found.TryGetValue("nonce_str", out var nonce)
            && found.TryGetValue("timestamp", out var timestamp)
            && found.TryGetValue("serial_no", out var serial)
            && found.TryGetValue("signature", out var signature)
                ? new(mchId, nonce, timestamp, serial, signature)
                : null;
    }

    [GeneratedRegex(
        "\\AWECHATPAY2-SHA256-RSA2048 (?<name>[a-z_]{1,16})=\"(?<value>[^\"]{1,1024})\""
            + "(?:,(?<name>[a-z_]{1,16})=\"(?<value>[^\"]{1,1024})\"){4}\\z",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();
}
