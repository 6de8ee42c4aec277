using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PayFunctions.Channels.Alipay;

/// <summary>The charset of an account's requests, answers and notifications.</summary>
internal sealed class AlipayCharset
{
    private const int GbkCodePage = 936;

    /// <summary>The usual one.</summary>
    public static readonly AlipayCharset Utf8 = new(
        "utf-8",
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>
    /// For older applications. JSON then stays within ASCII, by escapes: so a character that GBK
    /// lacks survives, and no browser has to guess how to encode a form.
    /// </summary>
    public static readonly AlipayCharset Gbk = new(
        "gbk",
        CodePagesEncodingProvider.Instance.GetEncoding(
            GbkCodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        JavaScriptEncoder.Create(UnicodeRanges.BasicLatin));

    private AlipayCharset(string name, Encoding encoding, JavaScriptEncoder json)
    {
        Name = name;
        Encoding = encoding;
        Json = json;
    }

    /// <summary>As it stands in requests.</summary>
    public string Name { get; }

    /// <summary>Strict both ways: what it cannot say throws.</summary>
    public Encoding Encoding { get; }

    /// <summary>How JSON is escaped.</summary>
    public JavaScriptEncoder Json { get; }

    /// <summary>The charset of that name in any case, or null.</summary>
    public static AlipayCharset? Of(string? name)
        => Utf8.Is(name) ? Utf8 : Gbk.Is(name) ? Gbk : null;

    /// <summary>Whether the name, in any case, is this charset's.</summary>
    public bool Is(string? name) => string.Equals(name, Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the bytes are text in this charset.</summary>
    public bool IsValid(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
        {
            return true;
        }

        if (ReferenceEquals(this, Utf8))
        {
            return System.Text.Unicode.Utf8.IsValid(bytes);
        }

        try
        {
            return Encoding.GetCharCount(bytes) > 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
