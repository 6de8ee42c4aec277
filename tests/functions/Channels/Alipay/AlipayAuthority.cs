using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>
/// An authority as Alipay has one: two roots in a file, one of RSA, and an intermediate that issues
/// certificates over the vectors' keys.
/// </summary>
internal sealed class AlipayAuthority
{
    private readonly X509Certificate2 root;
    private readonly X509Certificate2 intermediate;
    private readonly RSA rootKey = RSA.Create(2048);
    private readonly RSA intermediateKey = RSA.Create(2048);

    public AlipayAuthority()
    {
        root = Authority("Ant Root R1", rootKey).CreateSelfSigned(
            An.Now.AddYears(-5), An.Now.AddYears(5));
        using var issued = Authority("Ant Class 2", intermediateKey).Create(
            root.SubjectName, X509SignatureGenerator.CreateForRSA(
                rootKey, RSASignaturePadding.Pkcs1),
            An.Now.AddYears(-4), An.Now.AddYears(4), [7]);
        intermediate = X509CertificateLoader.LoadCertificate(issued.RawData);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = new CertificateRequest("CN=Ant Root E1", curve, HashAlgorithmName.SHA256)
            .CreateSelfSigned(An.Now.AddYears(-5), An.Now.AddYears(5));
        Roots = second.ExportCertificatePem() + "\n" + root.ExportCertificatePem() + "\n";
    }

    /// <summary>The roots' file.</summary>
    public string Roots { get; }

    /// <summary>A certificate of a key with the intermediate behind it, in PEM.</summary>
    public string Issue(RSA key, byte serial = 9, int years = 2, bool withIntermediate = true)
    {
        var request = new CertificateRequest(
            "CN=2088, OU=Alipay, O=Shop, C=CN", key, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        using var issued = request.Create(
            intermediate.SubjectName,
            X509SignatureGenerator.CreateForRSA(intermediateKey, RSASignaturePadding.Pkcs1),
            An.Now.AddYears(-1), An.Now.AddDays(365 * years), [serial]);
        return issued.ExportCertificatePem() + "\n"
            + (withIntermediate ? intermediate.ExportCertificatePem() : "") + "\n";
    }

    private static CertificateRequest Authority(string name, RSA key)
    {
        var request = new CertificateRequest(
            $"CN={name}, O=Ant Financial, C=CN", key, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }
}
