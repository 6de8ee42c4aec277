using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Writes answers: one root, signed over its raw text.</summary>
internal static class Envelope
{
    /// <summary>The root of an answer that belongs to no method.</summary>
    public const string ErrorRoot = "error_response";

    /// <summary>The root of a method's answer.</summary>
    public static string RootOf(string method) => method.Replace('.', '_') + "_response";

    /// <summary>The inner object: code, msg, sub_code, sub_msg, then the rest by name.</summary>
    public static string Inner(MethodAnswer answer)
    {
        var error = answer.Error;
        var (code, msg) = error is not null ? (error.Code, error.Msg)
            : answer.InProcess ? ("10003", " order success pay inprocess") // the blank is genuine
            : ("10000", "Success");
        var text = new StringBuilder("{");
        Append(text, "code", JsonText.Quote(code));
        Append(text, "msg", JsonText.Quote(msg));
        Append(text, "sub_code", error is null ? null : JsonText.Quote(error.SubCode));
        Append(text, "sub_msg", error is null ? null : JsonText.Quote(error.SubMsg));
        foreach (var (name, json) in answer.Fields.OrderBy(
            static f => f.Key, StringComparer.Ordinal))
        {
            Append(text, name, json);
        }

        return text.Append('}').ToString();
    }

    /// <summary>An answer without a signature.</summary>
    public static string Unsigned(string root, string inner) => $$"""{"{{root}}":{{inner}}}""";

    /// <summary>A signed answer.</summary>
    /// <param name="root">From <see cref="RootOf"/>, or <see cref="ErrorRoot"/>.</param>
    /// <param name="inner">From <see cref="Inner"/>.</param>
    /// <param name="encoding">The request's.</param>
    /// <param name="key">Alipay's.</param>
    /// <param name="certificates">Whose number is named, in certificate mode.</param>
    /// <param name="spoilt">Whether the signature shall not fit.</param>
    public static string Signed(
        string root,
        string inner,
        Encoding encoding,
        RSA key,
        AlipayCertificates? certificates,
        bool spoilt)
    {
        var sign = V1Signature.Sign(spoilt ? inner + " " : inner, encoding, key);
        var signed = $"\"sign\":\"{sign}\"";
        var named = $"\"alipay_cert_sn\":\"{certificates?.AlipaySn}\"";
        var rest = certificates is null ? signed
            : certificates.NumberBeforeSign ? $"{named},{signed}"
            : $"{signed},{named}";
        return $$"""{"{{root}}":{{inner}},{{rest}}}""";
    }

    private static void Append(StringBuilder text, string name, string? json)
    {
        if (json is not null)
        {
            text.Append(text.Length > 1 ? "," : string.Empty)
                .Append('"').Append(name).Append("\":").Append(json);
        }
    }
}
