using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>A certificate made for the tests of this run.</summary>
internal static class TestCertificate
{
    /// <summary>The password of every PKCS#12 file here.</summary>
    public const string Password = "test-password";

    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2036, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A certificate with its key.</summary>
    public static X509Certificate2 Of(string name, RSA key)
    {
        var request = new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(From, Until);
    }

    /// <summary>The same as a PKCS#12 file in base64.</summary>
    public static string Pkcs12Of(string name, RSA key)
    {
        using var certificate = Of(name, key);
        return Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12, Password));
    }
}
