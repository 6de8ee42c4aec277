using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>Certificates that are made for one test, as base64 of DER.</summary>
internal static class TestCertificate
{
    private static readonly X500DistinguishedName Name = new("CN=MainServer.0001");

    public static string Rsa(int bits, DateTimeOffset until)
    {
        using var key = RSA.Create(bits);
        return Base64(
            new CertificateRequest(
                Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            until);
    }

    public static string Ecdsa(DateTimeOffset until)
    {
        using var key = ECDsa.Create();
        return Base64(new CertificateRequest(Name, key, HashAlgorithmName.SHA256), until);
    }

    /// <summary>A PKCS#12 file with that many RSA keys.</summary>
    public static byte[] Pkcs12(int bits, string password, int keys = 1)
    {
        X509Certificate2Collection all = [];
        for (var i = 0; i < keys; i++)
        {
            using var key = RSA.Create(bits);
            all.Add(new CertificateRequest(
                    Name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(An.Now.AddYears(-1), An.Now.AddYears(1)));
        }

        return all.Export(X509ContentType.Pkcs12, password)!;
    }

    private static string Base64(CertificateRequest request, DateTimeOffset until)
    {
        using var certificate = request.CreateSelfSigned(until.AddYears(-10), until);
        return Convert.ToBase64String(certificate.Export(X509ContentType.Cert));
    }
}
