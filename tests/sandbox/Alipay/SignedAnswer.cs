using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>An answer as a client reads it: the raw inner text and its verdict.</summary>
internal sealed record SignedAnswer(string Raw, string Root, string Inner, bool? Genuine)
{
    public string this[string name]
        => JsonElement.Parse(Inner).TryGetProperty(name, out var value)
            ? value.ToString()
            : string.Empty;

    public IEnumerable<string> Names
        => JsonElement.Parse(Inner).EnumerateObject().Select(static p => p.Name);

    public static async Task<SignedAnswer> ReadAsync(
        HttpResponseMessage response, Encoding? encoding = null)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var charset = encoding ?? Encoding.UTF8;
        return Read(charset.GetString(bytes), charset);
    }

    public static SignedAnswer Read(string text, Encoding encoding)
    {
        var answer = JsonElement.Parse(text);
        var root = answer.EnumerateObject().First();
        var inner = root.Value.GetRawText();
        return new(text, root.Name, inner, answer.TryGetProperty("sign", out var sign)
            ? Verify(inner, sign.GetString()!, encoding)
            : null);
    }

    public static bool Verify(string text, string sign, Encoding encoding)
    {
        using var key = RSA.Create();
        key.ImportFromPem(AlipayVectors.GatewayPublicKey);
        return key.VerifyData(
            encoding.GetBytes(text), Convert.FromBase64String(sign),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
