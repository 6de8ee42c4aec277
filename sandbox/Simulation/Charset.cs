using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// The charsets of these wires. Reading is strict: bytes that are no text throw
/// <see cref="DecoderFallbackException"/>. Writing is not: what GBK lacks becomes <c>?</c>.
/// </summary>
internal static class Charset
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>GBK, code page 936.</summary>
    public static readonly Encoding Gbk =
        CodePagesEncodingProvider.Instance.GetEncoding(
            ChineseCodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The runtime lacks code page 936.");

    private const int ChineseCodePage = 936;

    /// <summary>The encoding of a charset name, in any case; null for every other name.</summary>
    public static Encoding? Find(string name)
        => name.ToUpperInvariant() switch
        {
            "UTF-8" => Utf8,
            "GBK" or "GB2312" => Gbk,
            _ => null,
        };

    /// <summary>The name that a content type says for one of the two.</summary>
    public static string NameOf(Encoding encoding)
        => ReferenceEquals(encoding, Gbk) ? "GBK" : "utf-8";
}
