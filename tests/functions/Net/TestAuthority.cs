using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Net;

/// <summary>An authority for certificates that lives as long as a test.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 certificate;

    private TestAuthority(X509Certificate2 certificate) => this.certificate = certificate;

    /// <summary>What to trust.</summary>
    public X509Certificate2Collection Roots
        => [X509CertificateLoader.LoadCertificate(certificate.RawData)];

    /// <summary>The authority's certificate as it is published.</summary>
    public byte[] Published => certificate.RawData;

    public static TestAuthority Root()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        return new(Authority("root", key).CreateSelfSigned(now.AddDays(-9), now.AddDays(9)));
    }

    /// <summary>An authority below this one.</summary>
    public TestAuthority Intermediate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Sign(Authority("intermediate", key), key, days: 8, serial: 2));
    }

    /// <summary>A server's certificate for that name.</summary>
    /// <param name="name">The one name in it.</param>
    /// <param name="days">Until it expires; a negative number for one that has.</param>
    /// <param name="issuerUrl">Where the certificate says its issuer can be fetched.</param>
    public X509Certificate2 Issue(string name, int days = 7, Uri? issuerUrl = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        if (issuerUrl is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(
                ocspUris: null, caIssuersUris: [issuerUrl.ToString()]));
        }

        return Sign(request, key, days, serial: 3);
    }

    public void Dispose() => certificate.Dispose();

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }

    private X509Certificate2 Sign(CertificateRequest request, ECDsa key, int days, byte serial)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var signed = request.Create(
            certificate, now.AddDays(-8), now.AddDays(days), [serial]);
        return signed.CopyWithPrivateKey(key);
    }
}
