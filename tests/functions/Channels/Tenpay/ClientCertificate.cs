using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Certificates that are made for a test and thrown away.</summary>
internal static class ClientCertificate
{
    /// <summary>A certificate with its key, valid around the tests' clock and around today.
    /// </summary>
    public static X509Certificate2 Make(string name, DateTimeOffset? end = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(
                certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            end ?? new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(
            made.Export(X509ContentType.Pkcs12), password: null,
            X509KeyStorageFlags.Exportable);
    }

    /// <summary>A PKCS#12 file in base64.</summary>
    public static string Pkcs12(X509Certificate2 certificate, string password)
        => Convert.ToBase64String(certificate.Export(X509ContentType.Pkcs12, password));
}
