using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>The charset of an account's requests, answers and notifications.</summary>
internal sealed class AlipayCharset
{
    /// <summary>The usual one.</summary>
    public static readonly AlipayCharset Utf8 = new(
        "utf-8", TextCharset.Utf8, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    /// <summary>
    /// For older applications. JSON then stays within ASCII, by escapes: so a character that GBK
    /// lacks survives, and no browser has to guess how to encode a form.
    /// </summary>
    public static readonly AlipayCharset Gbk = new(
        "gbk", TextCharset.Gbk, JavaScriptEncoder.Create(UnicodeRanges.BasicLatin));

    private readonly TextCharset text;

    private AlipayCharset(string name, TextCharset text, JavaScriptEncoder json)
    {
        Name = name;
        Json = json;
        this.text = text;
    }

    /// <summary>As it stands in requests.</summary>
    public string Name { get; }

    /// <summary>Strict both ways: what it cannot say throws.</summary>
    public Encoding Encoding => text.Encoding;

    /// <summary>How JSON is escaped.</summary>
    public JavaScriptEncoder Json { get; }

    /// <summary>The charset of that name in any case, or null.</summary>
    public static AlipayCharset? Of(string? name)
        => Utf8.Is(name) ? Utf8 : Gbk.Is(name) ? Gbk : null;

    /// <summary>Whether the name, in any case, is this charset's.</summary>
    public bool Is(string? name) => text.Is(name);

    /// <summary>The text of bytes; null when they are none in this charset.</summary>
    public string? TryDecode(ReadOnlySpan<byte> bytes) => text.TryDecode(bytes);
}
