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

    public static async Task<SignedAnswer> ReadAsync(
        HttpResponseMessage response, Encoding? encoding = null)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var charset = encoding ?? Encoding.UTF8;
        return Read(charset.GetString(bytes), charset);
    }

    public static SignedAnswer Read(string text, Encoding encoding)
    {
        var root = JsonElement.Parse(text).EnumerateObject().First();
        var inner = root.Value.GetRawText();
        var start = text.IndexOf(inner, StringComparison.Ordinal);
        var rest = text[(start + inner.Length)..];
        return new(text, root.Name, inner, Verdict(inner, rest, encoding));
    }

    public static bool Verify(string text, string sign, Encoding encoding)
    {
        using var key = RSA.Create();
        key.ImportFromPem(AlipayVectors.GatewayPublicKey);
        return key.VerifyData(
            encoding.GetBytes(text), Convert.FromBase64String(sign),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static bool? Verdict(string inner, string rest, Encoding encoding)
    {
        const string Start = ",\"sign\":\"";
        return rest.StartsWith(Start, StringComparison.Ordinal)
            ? Verify(inner, rest[Start.Length..^2], encoding)
            : null;
    }
}
