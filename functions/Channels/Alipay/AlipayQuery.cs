using System.Text;

namespace PayFunctions.Channels.Alipay;

/// <summary>Parameters as <c>application/x-www-form-urlencoded</c> text.</summary>
internal static class AlipayQuery
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Encodes names and values in the charset's bytes.</summary>
    public static string Encode(
        IEnumerable<KeyValuePair<string, string>> parameters, AlipayCharset charset)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parameters)
        {
            if (text.Length > 0)
            {
                text.Append('&');
            }

            Append(text, charset.Encoding.GetBytes(name));
            text.Append('=');
            Append(text, charset.Encoding.GetBytes(value));
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, byte[] bytes)
    {
        foreach (var b in bytes)
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            {
                text.Append(c);
            }
            else if (c == ' ')
            {
                text.Append('+');
            }
            else
            {
                text.Append('%').Append(HexDigits[b >> 4]).Append(HexDigits[b & 0xF]);
            }
        }
    }
}
