using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// The numbers by which certificates are named: MD5 of the issuer and the decimal serial number.
/// </summary>
internal static class CertificateNumber
{
    private const string RsaAlgorithms = "1.2.840.113549.1.1";

    /// <summary>One certificate's, 32 hexadecimal digits.</summary>
    public static string Of(X509Certificate2 certificate)
    {
        // The runtime writes the issuer from its last part to its first, as this rule wants it.
        var issuer = certificate.IssuerName.Name.Replace(", ", ",", StringComparison.Ordinal);
        var serial = new BigInteger(
            certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true);
        return Md5($"{issuer}{serial}");
    }

    /// <summary>A root bundle's: those of the RSA certificates, joined in their order.</summary>
    public static string OfRoots(string pem)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(pem);
        try
        {
            return string.Join('_', roots
                .Where(static r => r.SignatureAlgorithm.Value?.StartsWith(
                    RsaAlgorithms, StringComparison.Ordinal) is true)
                .Select(Of));
        }
        finally
        {
            foreach (var root in roots)
            {
                root.Dispose();
            }
        }
    }

    [SuppressMessage(
        "Security",
        "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "A name on the wire, by the channel's rule; nothing is protected by it.")]
    private static string Md5(string text)
        => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
