using System.Security.Cryptography;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>An answer as it came: its parts, and whether the bank has signed it.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Message">What is signed.</param>
/// <param name="IsGenuine">Null where there is no signature.</param>
internal sealed record BankAnswer(string Text, JsonElement Message, bool? IsGenuine)
{
    public JsonElement Fields
        => Message.TryGetProperty("TrxResponse", out var inner) ? inner : Message;

    public string Code => this["ReturnCode"];

    public string this[string name]
        => Fields.TryGetProperty(name, out var value) ? value.GetString()! : "";

    /// <summary>The order of an answer to a question.</summary>
    public JsonElement Order => JsonElement.Parse(
        AbcVectors.Gbk.GetString(Convert.FromBase64String(this["Order"])));

    public static BankAnswer Read(byte[] body)
    {
        const string begin = "{\"MSG\":{\"Message\":";
        var text = AbcVectors.Gbk.GetString(body);
        text.ShouldStartWith(begin);
        var message = JsonElement.Parse(text).GetProperty("MSG");
        if (!message.TryGetProperty("Signature", out var signature))
        {
            return new(text, message.GetProperty("Message"), null);
        }

        var end = text.LastIndexOf(",\"Signature-Algorithm\"", StringComparison.Ordinal);
        message.Text("Signature-Algorithm").ShouldBe("SHA1withRSA");
        return new(
            text, message.GetProperty("Message"),
            AbcVectors.Bank.VerifyData(
                AbcVectors.Gbk.GetBytes(text[begin.Length..end]),
                Convert.FromBase64String(signature.GetString()!), HashAlgorithmName.SHA1,
                RSASignaturePadding.Pkcs1));
    }
}
