using System.Collections.Immutable;
using System.Net;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>
/// The answer that hands out platform certificates. It is signed by one of them: they are decrypted
/// first, which only the holder of the APIv3 key can do, and then verify it.
/// </summary>
internal static class WeChatPayCertificates
{
    /// <summary>Where they are.</summary>
    public const string Path = "/v3/certificates";

    private const string PublicKeyOnly
        = "the merchant has no platform certificate: register wechatpay_public_key";

    /// <summary>Reads them; empty, with a reason, when the answer cannot be believed.</summary>
    public static (ImmutableArray<WeChatPayKey> Certificates, string Reason) Read(
        WeChatPayAccount account, WireAnswer answer, DateTimeOffset now)
    {
        var body = WeChatPayJson.TryRead(answer.Body);
        if (answer.Status != HttpStatusCode.OK)
        {
            var code = WeChatPayError.Plain(body?.Text("code"));
            return ([], code is "RESOURCENOTEXISTS" or "NOTFOUND"
                ? PublicKeyOnly
                : FormattableString.Invariant($"HTTP status {(int)answer.Status} {code}").Trim());
        }

        if (body?.Objects("data", WeChatPayKeys.CertificatesMax) is not { } items)
        {
            return ([], "the answer cannot be read");
        }

        var read = items.Select(i => Open(account, i)).ToList();
        if (read.Count == 0 || read.Contains(null))
        {
            return ([], "a certificate cannot be decrypted or is not the one that is named");
        }

        ImmutableArray<WeChatPayKey> certificates = [.. read.OfType<WeChatPayKey>()];
        var verdict = WeChatPaySignature.Verify(
            account.Keys.Beside(certificates), answer.Headers, answer.Body.Span, now);
        return verdict == WeChatPayVerdict.Verified
            ? (certificates, "")
            : ([], $"the answer's signature: {verdict}");
    }

    private static WeChatPayKey? Open(WeChatPayAccount account, WeChatPayJson item)
        => item.Text("serial_no") is { } serial
            && WeChatPayCipher.TryOpen(account.ApiV3Key, item.Inner("encrypt_certificate"))
                is { } pem
                ? WeChatPayKey.OfCertificate(serial, pem)
                : null;
}
