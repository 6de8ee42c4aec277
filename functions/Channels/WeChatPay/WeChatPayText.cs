using System.Text;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Merchants' words on WeChat Pay's wire.</summary>
internal static class WeChatPayText
{
    private const int PlaneEnd = 0xFFFF;

    /// <summary>
    /// The same words as WeChat Pay takes them: characters of four bytes become a question mark,
    /// control characters a blank, and what is too long is cut, never within a character. Whether
    /// its limits count bytes or characters is not said: bytes fit both.
    /// </summary>
    /// <param name="text">The words.</param>
    /// <param name="bytesMax">The limit in bytes of UTF-8.</param>
    public static string Sayable(string text, int bytesMax)
    {
        var said = new StringBuilder(text.Length);
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var plain = rune.Value > PlaneEnd ? new Rune('?')
                : Rune.IsControl(rune) ? new Rune(' ')
                : rune;
            bytes += plain.Utf8SequenceLength;
            if (bytes > bytesMax)
            {
                break;
            }

            said.Append(plain);
        }

        return said.ToString();
    }
}
