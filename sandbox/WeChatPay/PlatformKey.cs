using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>A key that WeChat Pay signs with.</summary>
internal sealed class PlatformKey : IDisposable
{
    private readonly RSA key;

    private PlatformKey(string id, RSA key)
    {
        Id = id;
        this.key = key;
    }

    /// <summary>What <c>Wechatpay-Serial</c> calls it.</summary>
    public string Id { get; }

    /// <summary>The certificate in PEM; empty for a bare public key.</summary>
    public string Pem { get; private init; } = string.Empty;

    /// <summary>When it begins.</summary>
    public DateTimeOffset Effective { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>When it ends.</summary>
    public DateTimeOffset Expires { get; private init; } = DateTimeOffset.MaxValue;

    /// <summary>The key of a certificate.</summary>
    public static PlatformKey Of(PlatformCertificate platform)
    {
        using var certificate = X509Certificate2.CreateFromPem(platform.Pem);
        return new(certificate.SerialNumber, RsaText.Private(platform.PrivateKey))
        {
            Pem = platform.Pem,
            Effective = new DateTimeOffset(certificate.NotBefore),
            Expires = new DateTimeOffset(certificate.NotAfter),
        };
    }

    /// <summary>The key without a certificate.</summary>
    public static PlatformKey Of(PlatformPublicKey platform)
        => new(platform.Id, RsaText.Private(platform.PrivateKey));

    /// <summary>A key that nobody trusts, under the name of this one.</summary>
    public PlatformKey Stranger() => new(Id, RSA.Create(key.KeySize));

    /// <summary>Whether it holds.</summary>
    public bool IsInForce(DateTimeOffset now) => Effective <= now && now < Expires;

    /// <summary>SHA256withRSA, PKCS#1 v1.5, in base64.</summary>
    public string Sign(byte[] text)
        => Convert.ToBase64String(
            key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();
}
