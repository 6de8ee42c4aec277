using System.Text;

namespace PayFunctions.Channels.Wire;

/// <summary>
/// What an XML document says about its charset, before it is decoded: the platform's reader would
/// replace bytes that are no text, where a signature wants them refused.
/// </summary>
internal static class XmlDeclaration
{
    private const int LengthMax = 200;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The charset it declares, or the usual one; null for one that is not ours.</summary>
    public static TextCharset? CharsetOf(ReadOnlySpan<byte> body, TextCharset usual)
    {
        var text = SkipMark(body);
        var end = text[..Math.Min(text.Length, LengthMax)].IndexOf("?>"u8);
        if (!text.StartsWith("<?xml"u8) || end < 0)
        {
            return usual;
        }

        var declaration = Encoding.Latin1.GetString(text[..end]);
        const string key = "encoding";
        var at = declaration.IndexOf(key, StringComparison.Ordinal);
        return at < 0
            ? usual
            : TextCharset.Of(declaration[(at + key.Length)..].Split('"', '\'') is [_, var name, ..]
                ? name
                : null);
    }

    /// <summary>The document without a byte order mark.</summary>
    public static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> body)
        => body.StartsWith(Mark) ? body[Mark.Length..] : body;
}
