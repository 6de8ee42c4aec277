using System.Text;

namespace PayFunctions.Channels.Wire;

/// <summary>A charset of a channel's wire. Strict both ways: what is no text throws.</summary>
internal sealed class TextCharset
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static readonly TextCharset Utf8 = new(
        "UTF-8", "utf8",
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));

    /// <summary>GBK, code page 936; its subset GB2312 is read as it.</summary>
    public static readonly TextCharset Gbk = new(
        "GBK", "gb2312",
        CodePagesEncodingProvider.Instance.GetEncoding(
            GbkCodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!);

    private const int GbkCodePage = 936;
    private const char Replacement = '?';

    private readonly string otherName;

    private TextCharset(string name, string otherName, Encoding encoding)
    {
        Name = name;
        Encoding = encoding;
        this.otherName = otherName;
    }

    /// <summary>Its usual name, in upper case.</summary>
    public string Name { get; }

    /// <summary>Throws for characters it cannot say and for bytes that are no text.</summary>
    public Encoding Encoding { get; }

    /// <summary>The charset of that name in any case (also utf8 and gb2312), or null.</summary>
    public static TextCharset? Of(string? name)
        => Utf8.IsNamed(name) ? Utf8 : Gbk.IsNamed(name) ? Gbk : null;

    /// <summary>Whether the name, in any case, is this charset's usual one.</summary>
    public bool Is(string? name) => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of bytes; null when they are none in this charset.</summary>
    public string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The same text, with <c>?</c> for each character that it cannot say.</summary>
    public string Sayable(string text)
    {
        if (IsSayable(text))
        {
            return text;
        }

        var said = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            said.Append(IsSayable(character) ? character : Replacement);
        }

        return said.ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool IsNamed(string? name)
        => Is(name) || string.Equals(name, otherName, StringComparison.OrdinalIgnoreCase);

    private bool IsSayable(string text)
    {
        try
        {
            return Encoding.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
