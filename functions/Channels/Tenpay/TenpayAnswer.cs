using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// An answer of Tenpay. Its retcode is read first: 0 means that everything in it is signed, and was
/// verified; anything else is a refusal, which as a rule carries no signature.
/// </summary>
internal sealed class TenpayAnswer
{
    private const string RootName = "root";

    private readonly FlatXml document;

    private TenpayAnswer(FlatXml document, string retcode)
    {
        this.document = document;
        Retcode = retcode;
    }

    /// <summary>0 when what was asked for is answered.</summary>
    public string Retcode { get; }

    /// <summary>Whether it is answered, and signed.</summary>
    public bool IsOk => Retcode is TenpayRetcode.Ok;

    /// <summary>A field of a signed answer; null when it is empty or missing.</summary>
    public string? Text(string name) => document.Find(name);

    /// <summary>Verifies and reads; never throws for what came.</summary>
    public static TenpayReply Read(ReadOnlySpan<byte> body, TenpayAccount account)
    {
        if (FlatXml.TryRead(body, account.Charset, out var document) is { } fault)
        {
            return TenpayReply.Trouble($"the answer cannot be read: {fault}");
        }

        var retcode = document.Find("retcode");
        if (!string.Equals(document.Root, RootName, StringComparison.Ordinal)
            || !TenpayRetcode.IsOne(retcode))
        {
            return TenpayReply.Trouble("the answer is none of Tenpay's");
        }

        var isSigned = document.Find(TenpaySignature.Parameter) is not null;
        if (retcode is TenpayRetcode.Ok && !isSigned)
        {
            return TenpayReply.Trouble("the answer is not signed");
        }

        return isSigned && SignatureFault(document, account) is { } wrong
            ? TenpayReply.Trouble(wrong)
            : TenpayReply.Of(new TenpayAnswer(document, retcode));
    }

    // An answer without a charset is in the one it was asked in.
    private static string? SignatureFault(FlatXml document, TenpayAccount account)
    {
        var name = document.Find(TenpayCharset.Parameter);
        var charset = name is null ? account.Charset : TenpayCharset.Of(name);
        if (charset is null)
        {
            return "the answer names a charset that Tenpay does not have";
        }

        if (document.Find("sign_type") is not (null or TenpaySignature.SignType))
        {
            return "the answer is signed by another algorithm";
        }

        try
        {
            return TenpaySignature.Verifies(account, document, charset)
                ? null
                : "the answer's signature is wrong";
        }
        catch (EncoderFallbackException)
        {
            return "the answer is not in the charset it names";
        }
    }
}
