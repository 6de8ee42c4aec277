using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// An answer of the older interface that was verified. One whose <c>return_code</c> is not SUCCESS
/// carries no signature and proves nothing.
/// </summary>
internal sealed class WeChatPayV2Answer
{
    private const string Root = "xml";
    private const string Success = "SUCCESS";
    private const int CodeMax = 64;

    private readonly FlatXml document;

    private WeChatPayV2Answer(FlatXml document) => this.document = document;

    /// <summary>Whether what was asked for is done.</summary>
    public bool IsOk => Text("result_code") is Success;

    /// <summary>Why it is not.</summary>
    public string? Code => Text("err_code");

    /// <summary>What that means.</summary>
    public WeChatPayMeaning Meaning => WeChatPayError.OfCode(Code);

    /// <summary>For a human.</summary>
    public string Reason => Code is { Length: <= CodeMax } code && code.All(
        static c => char.IsAsciiLetterOrDigit(c) || c == '_') ? code : "no code";

    /// <summary>A field; null when it is empty or missing.</summary>
    public string? Text(string name) => document.Find(name);

    /// <summary>Verifies, then reads; never throws for what came. Null, and why.</summary>
    public static (WeChatPayV2Answer? Answer, string Reason) Read(
        ReadOnlySpan<byte> body, WeChatPayV2Access access)
    {
        if (FlatXml.TryRead(body, TextCharset.Utf8, out var document) is { } fault)
        {
            return (null, $"the answer cannot be read: {fault}");
        }

        return !string.Equals(document.Root, Root, StringComparison.Ordinal)
                ? (null, "the answer is none of WeChat Pay's")
            : document.Find("return_code") is not Success
                ? (null, "the request was refused, which proves nothing")
            : WeChatPayV2Signature.Verifies(access, document)
                ? (new WeChatPayV2Answer(document), "")
                : (null, "the answer's signature is wrong");
    }
}
