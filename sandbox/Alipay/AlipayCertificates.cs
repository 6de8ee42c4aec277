using System.Security.Cryptography.X509Certificates;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>What an application in certificate mode and the gateway tell each other.</summary>
internal sealed record AlipayCertificates
{
    /// <summary>The number of the application's certificate: <c>app_cert_sn</c>.</summary>
    public required string ApplicationSn { get; init; }

    /// <summary>The numbers of the root bundle: <c>alipay_root_cert_sn</c>.</summary>
    public required string RootSn { get; init; }

    /// <summary>Alipay's certificate over its public key, PEM.</summary>
    public required string AlipayCertificate
    {
        get;
        init
        {
            field = value;
            using var certificate = X509Certificate2.CreateFromPem(value);
            AlipaySn = CertificateNumber.Of(certificate);
        }
    }

    /// <summary>The number of Alipay's certificate: <c>alipay_cert_sn</c>.</summary>
    public string AlipaySn { get; private init; } = string.Empty;

    /// <summary>Whether answers name it before their signature; genuine ones do either.</summary>
    public bool NumberBeforeSign { get; init; }

    /// <summary>Reads the three certificates of an application, all PEM.</summary>
    /// <param name="application">The application's.</param>
    /// <param name="roots">Alipay's roots, one after the other.</param>
    /// <param name="alipay">Alipay's.</param>
    public static AlipayCertificates Of(string application, string roots, string alipay)
    {
        using var own = X509Certificate2.CreateFromPem(application);
        return new()
        {
            ApplicationSn = CertificateNumber.Of(own),
            RootSn = CertificateNumber.OfRoots(roots),
            AlipayCertificate = alipay,
        };
    }
}
