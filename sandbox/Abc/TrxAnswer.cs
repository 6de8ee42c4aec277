using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>What is answered: a code, and fields in their order.</summary>
/// <param name="Code">How it went.</param>
/// <param name="Fields">Names and texts.</param>
internal sealed record TrxAnswer(
    ReturnCode Code, params IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>A list of objects after the fields; null for none.</summary>
    public AnswerList? List { get; init; }

    /// <summary>One line of JSON, in GBK, signed over the bytes of its message.</summary>
    /// <param name="merchantId">Whom it is for.</param>
    /// <param name="isWrapped">Whether the fields stand in <c>TrxResponse</c>.</param>
    /// <param name="key">The bank's; null for an error that nobody signs.</param>
    /// <param name="spoilt">Whether the signature shall not fit.</param>
    public byte[] Write(string merchantId, bool isWrapped, RSA? key, bool spoilt)
    {
        var fields = Members([
            ("ReturnCode", Code.Code), ("ErrorMessage", Code.Words), .. Fields]);
        if (List is { } list)
        {
            var rows = list.Rows.Select(static r => $"{{{Members(r)}}}");
            fields += $",\"{list.Name}\":[{string.Join(',', rows)}]";
        }

        if (key is null)
        {
            return Line(Object("MSG", Object("Message", Object("TrxResponse", $"{{{fields}}}"))));
        }

        var head = Members([("Version", "V3.0.0"), ("Format", "JSON")]);
        var merchant = "\"Merchant\":{"
            + Members([("ECMerchantType", "EBUS"), ("MerchantID", merchantId)]) + "}";
        var message = isWrapped
            ? $"{{{head},{merchant},\"TrxResponse\":{{{fields}}}}}"
            : $"{{{head},\"Common\":{{\"Channel\":\"\"}},{merchant},{fields}}}";
        var tail = Members([
            ("Signature-Algorithm", "SHA1withRSA"),
            ("Signature", BankSignature.Of(Charset.Gbk.GetBytes(message), key, spoilt))]);
        return Line(Object("MSG", $"{{\"Message\":{message},{tail}}}"));
    }

    /// <summary>Members with texts: <c>"a":"b","c":"d"</c>.</summary>
    public static string Members(IEnumerable<(string Name, string Value)> members)
        => string.Join(',', members.Select(static m => $"\"{m.Name}\":\"{Escape(m.Value)}\""));

    private static string Escape(string text)
        => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static string Object(string name, string value) => $"{{\"{name}\":{value}}}";

    private static byte[] Line(string json) => Charset.Gbk.GetBytes(json + "\r\n");
}

/// <summary>The bank's signature.</summary>
internal static class BankSignature
{
    /// <summary>SHA1withRSA in base64; spoilt, of something else.</summary>
    public static string Of(byte[] message, RSA key, bool spoilt)
    {
        lock (key)
        {
            return Convert.ToBase64String(key.SignData(
                spoilt ? Encoding.ASCII.GetBytes("spoilt") : message,
                HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1));
        }
    }
}
