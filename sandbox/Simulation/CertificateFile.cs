using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// Certificates made at run time: the simulator's own, and those it hands out to merchants.
/// </summary>
internal static class CertificateFile
{
    private const int KeyBits = 2048;

    private static readonly TimeSpan Before = TimeSpan.FromDays(1);
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>
    /// A client certificate with its key, as a PKCS#12 file, and its SHA-256 thumbprint in hex.
    /// </summary>
    /// <param name="merchant">The merchant's number.</param>
    /// <param name="password">The file's password; the real ones have the number.</param>
    /// <param name="now">When it begins.</param>
    public static (byte[] File, string Thumbprint) ForMerchant(
        string merchant, string password, DateTimeOffset now)
    {
        using var key = RSA.Create(KeyBits);
        using var made = Make(
            new CertificateRequest(
                NameOf(merchant), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            now, "1.3.6.1.5.5.7.3.2");
        return (
            made.Export(X509ContentType.Pkcs12, password),
            made.GetCertHashString(HashAlgorithmName.SHA256));
    }

    /// <summary>A certificate for the loopback address, with its key. That one is on a curve: it
    /// is made at every start, and an RSA key takes a thousand times longer.</summary>
    public static X509Certificate2 ForServer(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = Make(
            new CertificateRequest(NameOf("localhost"), key, HashAlgorithmName.SHA256),
            now, "1.3.6.1.5.5.7.3.1");
        return X509CertificateLoader.LoadPkcs12(
            made.Export(X509ContentType.Pkcs12), password: null);
    }

    private static string NameOf(string name) => $"CN={name}, O=Sandbox";

    private static X509Certificate2 Make(
        CertificateRequest request, DateTimeOffset now, string purpose)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(purpose)], critical: false));
        return request.CreateSelfSigned(now - Before, now + Life);
    }
}
