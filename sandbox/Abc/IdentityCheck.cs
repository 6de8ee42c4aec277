namespace PayFunctions.Sandbox.Abc;

/// <summary>A person who is to be checked on a page.</summary>
/// <param name="MerchantId">Who asked.</param>
/// <param name="CardNo">The card.</param>
/// <param name="CertificateNo">The document.</param>
/// <param name="NotifyUrl">Where the merchant is told.</param>
internal sealed record IdentityCheck(
    string MerchantId, string CardNo, string CertificateNo, string NotifyUrl);
