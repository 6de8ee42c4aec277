using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>The words a payer reads on Tenpay's page.</summary>
internal static class TenpayText
{
    /// <summary>The longest body.</summary>
    public const int BodyMax = 32;

    /// <summary>
    /// A body: what the charset cannot say is a question mark, and what is too long is cut, never
    /// within a character. Tenpay's table says 32 without saying of what.
    /// </summary>
    public static string Body(string text, TextCharset charset, bool countsBytes)
    {
        var said = charset.Sayable(text);
        var body = new StringBuilder(BodyMax);
        var length = 0;
        foreach (var rune in said.EnumerateRunes())
        {
            var character = rune.ToString();
            length += countsBytes
                ? charset.Encoding.GetByteCount(character)
                : character.Length;
            if (length > BodyMax)
            {
                break;
            }

            body.Append(character);
        }

        return body.ToString();
    }
}
