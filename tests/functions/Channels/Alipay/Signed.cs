using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>What Alipay would sign, made without any code of the channel.</summary>
internal static class Signed
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static string By(RSA key, string text, Encoding? encoding = null)
        => By(key, (encoding ?? Encoding.UTF8).GetBytes(text), HashAlgorithmName.SHA256);

    public static string By(RSA key, byte[] data, HashAlgorithmName hash)
        => Convert.ToBase64String(key.SignData(data, hash, RSASignaturePadding.Pkcs1));

    public static string Answer(
        string root, string inner, RSA? key = null, Encoding? encoding = null)
    {
        var sign = By(key ?? AlipayVectors.Gateway, inner, encoding);
        return $$"""{"{{root}}":{{inner}},"sign":"{{sign}}"}""";
    }
}
