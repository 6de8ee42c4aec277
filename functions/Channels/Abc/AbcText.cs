using System.Buffers;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Abc;

/// <summary>
/// Words for the bank, which escapes nothing: a quote or a backslash would break its JSON, and
/// what it echoes into the XML of a notification could add elements to it. Each such character
/// becomes its full-width twin, which looks alike to a payer.
/// </summary>
internal static class AbcText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\"\\<>&\u007f\0\u0001\u0002\u0003\u0004\u0005\u0006\a\b\t\n\v\f\r\u000e\u000f\u0010"
        + "\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e"
        + "\u001f");

    /// <summary>
    /// A merchant's words without special characters, cut to a number of bytes in GBK. The bank's
    /// own side is GBK, whatever the request is: what GBK lacks becomes a question mark.
    /// </summary>
    public static string Clean(string text, int bytesMax)
    {
        var plain = TextCharset.Gbk.Sayable(Replace(text, static c => c switch
        {
            '<' => '＜',
            '>' => '＞',
            '&' => '＆',
            _ => c,
        }));
        return Cut(plain.Trim(), bytesMax).TrimEnd();
    }

    /// <summary>Text that can stand between quotes in the bank's JSON, whatever it was.</summary>
    public static string Quotable(string text) => Replace(text, static c => c);

    private static string Replace(string text, Func<char, char> also)
        => text.AsSpan().ContainsAny(Special)
            ? string.Create(text.Length, (text, also), static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = source.text[i] switch
                    {
                        '"' => '＂',
                        '\\' => '＼',
                        < ' ' or '\u007f' => ' ',
                        var other => source.also(other),
                    };
                }
            })
            : text;

    // GBK has no character outside the basic plane, so no pair can be cut in two.
    private static string Cut(string text, int bytesMax)
    {
        var bytes = 0;
        for (var i = 0; i < text.Length; i++)
        {
            bytes += Ascii.IsValid(text[i]) ? 1 : 2;
            if (bytes > bytesMax)
            {
                return text[..i];
            }
        }

        return text;
    }
}
