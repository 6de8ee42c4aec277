using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// Reads form text in the charset the request names, which the web server does not.
/// </summary>
internal static class FormFields
{
    /// <summary>The most fields one request may carry.</summary>
    public const int MaximumCount = 100;

    /// <summary>The fields in their order, duplicates included.</summary>
    /// <param name="raw">The text after <c>?</c> or the body, one byte a character.</param>
    /// <param name="encoding">What percent-escapes are bytes of.</param>
    /// <exception cref="FormatException">An escape is broken or fields are too many.</exception>
    /// <exception cref="DecoderFallbackException">Bytes that are no text.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string raw, Encoding encoding)
    {
        var parts = raw.Split('&', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > MaximumCount)
        {
            throw new FormatException("Too many fields.");
        }

        return [.. parts.Select(part => Field(part, encoding))];
    }

    private static KeyValuePair<string, string> Field(string part, Encoding encoding)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new(Decode(part, encoding), string.Empty)
            : new(Decode(part[..equals], encoding), Decode(part[(equals + 1)..], encoding));
    }

    private static string Decode(string text, Encoding encoding)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%')
            {
                bytes.AddRange(Convert.FromHexString(text.AsSpan(at + 1, Escape(text, at))));
                at += 2;
            }
            else
            {
                bytes.Add(text[at] == '+' ? (byte)' ' : checked((byte)text[at]));
            }
        }

        return encoding.GetString([.. bytes]);
    }

    private static int Escape(string text, int at)
        => at + 2 < text.Length ? 2 : throw new FormatException("A broken escape.");
}
