using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using PayFunctions.Sandbox.WeChatPay;
using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance.WeChatPay;

/// <summary>
/// The same merchant in the older mode of keys, with a platform certificate that has to be fetched,
/// and with a till that speaks APIv3.
/// </summary>
public sealed class CertifiedWeChatPayRig : WeChatPayRig
{
    private static readonly Lazy<X509Certificate2> Platform = new(Issue);

    /// <inheritdoc/>
    protected override string KeySerial => Platform.Value.SerialNumber;

    /// <inheritdoc/>
    private protected override IReadOnlyList<PlatformCertificate> Certificates =>
    [
        new(Platform.Value.ExportCertificatePem(), Key.ExportPkcs8PrivateKeyPem()),
    ];

    /// <inheritdoc/>
    private protected override void Complete(
        JsonObject settings, JsonObject secrets, RigParts parts)
    {
        settings["code_interface"] = "v3";
        settings["store_out_id"] = "store-7";
    }

    private static X509Certificate2 Issue()
    {
        var request = new CertificateRequest(
            "CN=WeChat Pay sandbox", Key, HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
