using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Sandbox.Abc;

/// <summary>The merchants that may call, with the keys of their certificates.</summary>
internal sealed class MerchantRegistry : IDisposable
{
    private readonly Dictionary<string, (AbcMerchant Merchant, RSA Key)> known =
        new(StringComparer.Ordinal);

    /// <summary>Reads the certificates.</summary>
    /// <exception cref="CryptographicException">One is no certificate with an RSA key.</exception>
    public MerchantRegistry(IEnumerable<AbcMerchant> merchants)
    {
        foreach (var merchant in merchants)
        {
            using var certificate = X509Certificate2.CreateFromPem(merchant.Certificate);
            known.Add(merchant.MerchantId, (merchant, certificate.GetRSAPublicKey()
                ?? throw new CryptographicException("The certificate has no RSA key.")));
        }
    }

    /// <summary>The merchant of a number; null where there is none.</summary>
    public AbcMerchant? Find(string merchantId)
        => known.TryGetValue(merchantId, out var found) ? found.Merchant : null;

    /// <summary>
    /// Null where this merchant has signed; 2303 where another has, 2302 where nobody has.
    /// </summary>
    public ReturnCode? Refusal(AbcMerchant merchant, RequestEnvelope envelope)
        => Signed(known[merchant.MerchantId].Key, envelope) ? null
            : known.Values.Any(k => Signed(k.Key, envelope)) ? ReturnCode.CertificateDiffers
            : ReturnCode.SignatureWrong;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, key) in known.Values)
        {
            key.Dispose();
        }
    }

    private static bool Signed(RSA key, RequestEnvelope envelope)
    {
        lock (key)
        {
            return key.VerifyData(
                envelope.Message, envelope.Signature, HashAlgorithmName.SHA1,
                RSASignaturePadding.Pkcs1);
        }
    }
}
