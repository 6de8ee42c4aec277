using System.Collections.Concurrent;
using System.Security.Cryptography;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>
/// Checks of persons: on a page, found by a token, and at once. At once a person with a phone whose
/// number ends in <see cref="DeniedEnding"/> is not the one.
/// </summary>
internal sealed class IdentityDesk(AbcSimulatorOptions options)
{
    /// <summary>The end of the phone number of whoever is another.</summary>
    public const string DeniedEnding = "0000";

    /// <summary>The most pages that are remembered.</summary>
    public const int Maximum = 100_000;

    private const int CardMaximum = 20;
    private const int NameMaximum = 30;
    private const int MobileDigits = 11;
    private const int TokenDigits = 20;
    private const string Letters = "IPSJKTFDWURBACEGHLM";

    private readonly ConcurrentDictionary<string, IdentityCheck> pages =
        new(StringComparer.Ordinal);

    /// <summary>The check behind a token, or null.</summary>
    public IdentityCheck? Find(string token) => pages.GetValueOrDefault(token);

    /// <summary>Opens a page.</summary>
    public TrxAnswer Open(TrustPayRequest request, Uri root)
    {
        var wrong = Wrong(request)
            ?? (request["BankCardNo"] is not { Length: > 0 and <= CardMaximum } ? "BankCardNo"
                : !WireMessage.IsWeb(request["ResultNotifyURL"]) ? "ResultNotifyURL"
                : !PayOrderRules.IsMoment(request["OrderDate"], request["OrderTime"])
                    ? "OrderDate"
                : request["PaymentLinkType"].Length == 0 ? "PaymentLinkType"
                : null);
        if (wrong is not null)
        {
            return new(ReturnCode.Field(wrong));
        }

        if (pages.Count >= Maximum)
        {
            return new(ReturnCode.SystemError);
        }

        var token = RandomNumberGenerator.GetString("0123456789", TokenDigits);
        pages[token] = new(
            request.MerchantId, request["BankCardNo"], request["CertificateNo"],
            request["ResultNotifyURL"]);
        return new(
            ReturnCode.Done,
            ("TrxType", "IdentityVerifyReq"),
            ("VerifyURL", new Uri(root, $"{IdentityPages.Path}?TOKEN={token}").AbsoluteUri));
    }

    /// <summary>Checks at once.</summary>
    public TrxAnswer Check(TrustPayRequest request)
    {
        var wrong = Wrong(request)
            ?? (request["ClientName"] is not { Length: > 0 and <= NameMaximum } ? "ClientName"
                : request["AccNo"].Length == 0 ? "AccNo"
                : request["MobileNo"].Length != MobileDigits ? "MobileNo"
                : null);
        return wrong is not null ? new(ReturnCode.Field(wrong))
            : request["MobileNo"].EndsWith(DeniedEnding, StringComparison.Ordinal)
                ? new(new ReturnCode(options.DeniedIdentity, "身份信息不一致"))
            : new(ReturnCode.Done, ("TrxType", request.TrxType));
    }

    private static string? Wrong(TrustPayRequest request)
        => request["CustomType"] is not ("0" or "1") ? "CustomType"
            : request["CertificateNo"].Length == 0 ? "CertificateNo"
            : request["CertificateType"] is not [var letter]
                || !Letters.Contains(letter, StringComparison.Ordinal) ? "CertificateType"
            : null;
}
