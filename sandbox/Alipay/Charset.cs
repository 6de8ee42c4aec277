using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>The charsets a request may name.</summary>
internal static class Charset
{
    /// <summary>What a request without a charset in its query is read with.</summary>
    public static readonly Encoding Default = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private const int ChineseCodePage = 936;

    private static readonly Encoding Chinese =
        CodePagesEncodingProvider.Instance.GetEncoding(
            ChineseCodePage, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
        ?? throw new InvalidOperationException("The runtime lacks code page 936.");

    /// <summary>The encoding of a charset name; null where the gateway does not know it.</summary>
    public static Encoding? Find(string name)
        => name.ToUpperInvariant() switch
        {
            "UTF-8" => Default,
            "GBK" or "GB2312" => Chinese,
            _ => null,
        };
}
