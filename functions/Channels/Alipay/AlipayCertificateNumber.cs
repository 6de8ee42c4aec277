using System.Globalization;
using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.Alipay;

/// <summary>
/// The number (SN) by which Alipay calls a certificate: the MD5 of its issuer's name, last part
/// first and without blanks, followed by its serial number in decimal digits.
/// </summary>
internal static class AlipayCertificateNumber
{
    // Algorithms of RSA; the roots of other algorithms have no part in the roots' number.
    private const string RsaSignatures = "1.2.840.113549.1.1";

    /// <summary>A certificate's number: 32 hexadecimal digits.</summary>
    public static string Of(X509Certificate2 certificate)
    {
        var issuer = certificate.IssuerName.Name.Replace(", ", ",", StringComparison.Ordinal);
        var serial = new BigInteger(
            certificate.SerialNumberBytes.Span, isUnsigned: true, isBigEndian: true);
        return Digest.Md5Lower(Encoding.UTF8.GetBytes(
            issuer + serial.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The numbers of the RSA roots, in the order of their file.</summary>
    public static string OfRoots(IEnumerable<X509Certificate2> roots)
        => string.Join('_', roots
            .Where(static root => root.SignatureAlgorithm.Value?.StartsWith(
                RsaSignatures, StringComparison.Ordinal) == true)
            .Select(Of));

    /// <summary>Whether the text can be a certificate's number.</summary>
    public static bool IsNumber(string? text)
        => text is { Length: Digest.Md5HexLength } && text.All(char.IsAsciiHexDigitLower);
}
