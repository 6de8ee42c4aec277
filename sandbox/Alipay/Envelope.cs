using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Writes answers: one root, signed over its raw text.</summary>
internal static class Envelope
{
    /// <summary>The root of an answer that belongs to no method.</summary>
    public const string ErrorRoot = "error_response";

    /// <summary>The root of a method's answer.</summary>
    public static string RootOf(string method)
        => Methods.IsKnown(method)
            ? method.Replace('.', '_') + "_response"
            : ErrorRoot;

    /// <summary>The inner object: code, msg, sub_code, sub_msg, then the rest by name.</summary>
    /// <param name="error">Null for success.</param>
    /// <param name="fields">Names to values that are JSON already.</param>
    public static string Inner(GatewayError? error, IReadOnlyDictionary<string, string> fields)
    {
        var text = new StringBuilder("{");
        Append(text, "code", JsonText.Quote(error?.Code ?? "10000"));
        Append(text, "msg", JsonText.Quote(error?.Msg ?? "Success"));
        Append(text, "sub_code", error is null ? null : JsonText.Quote(error.SubCode));
        Append(text, "sub_msg", error is null ? null : JsonText.Quote(error.SubMsg));
        foreach (var (name, json) in fields.OrderBy(static f => f.Key, StringComparer.Ordinal))
        {
            Append(text, name, json);
        }

        return text.Append('}').ToString();
    }

    /// <summary>The whole answer; without a key it is unsigned.</summary>
    public static string Write(
        string root, string inner, Encoding encoding, RSA? key, bool spoilt = false)
    {
        if (key is null)
        {
            return $$"""{"{{root}}":{{inner}}}""";
        }

        var sign = V1Signature.Sign(spoilt ? inner + " " : inner, encoding, key);
        return $$"""{"{{root}}":{{inner}},"sign":"{{sign}}"}""";
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
