using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Certificates of this world, made on the first run.</summary>
internal static class CertificateText
{
    private const int RsaBits = 2048;

    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2049, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A new key with its certificate: a PKCS#12 file in base64.</summary>
    public static string Pkcs12(string name, string password)
    {
        using var key = RSA.Create(RsaBits);
        using var certificate = Certificate(name, key);
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12, password));
    }

    /// <summary>The certificate of such a file, PEM.</summary>
    public static string OfPkcs12(string file, string password)
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(
            Convert.FromBase64String(file), password);
        return certificate.ExportCertificatePem();
    }

    /// <summary>A certificate for a private key in PEM, PEM itself.</summary>
    public static string OfPem(string name, string privateKey)
    {
        using var key = RSA.Create();
        key.ImportFromPem(privateKey);
        using var certificate = Certificate(name, key);
        return certificate.ExportCertificatePem();
    }

    private static X509Certificate2 Certificate(string name, RSA key)
        => new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(From, Until);
}
