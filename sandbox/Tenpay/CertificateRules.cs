using System.Security.Cryptography;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Whether whoever refunds has shown the merchant's certificate.</summary>
internal static class CertificateRules
{
    /// <summary>Why a refund is refused; null where it is not.</summary>
    /// <param name="http">The request, by TLS or not.</param>
    /// <param name="merchant">Who signed it.</param>
    /// <param name="options">Whether a certificate is wanted at all, and the clock.</param>
    public static Retcode? Check(
        HttpContext http, Merchant merchant, TenpaySimulatorOptions options)
    {
        if (http.Connection.ClientCertificate is not { } shown)
        {
            return options.RefundsWithoutCertificate ? null : Retcode.NoCertificate;
        }

        return !Md5Text.IsSame(
                shown.GetCertHashString(HashAlgorithmName.SHA256),
                merchant.Registered.Certificate ?? string.Empty)
                ? Retcode.OtherCertificate
            : shown.NotAfter.ToUniversalTime() <= options.Time.GetUtcNow().UtcDateTime
                ? Retcode.OldCertificate
            : null;
    }
}
