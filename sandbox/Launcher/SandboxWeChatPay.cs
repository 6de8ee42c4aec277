using PayFunctions.Sandbox.Shop;
using PayFunctions.Sandbox.WeChatPay;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>WeChat Pay in the sandbox: APIv3 with its public key, codes by the XML interface.
/// </summary>
internal static class SandboxWeChatPay
{
    private const string Name = "wechatpay";
    private const string AppId = "wx0123456789abcdef";
    private const string MchId = "1900000109";
    private const string Serial = "444F4864EA9B34415EDC4F5D0123456789ABCDEF";
    private const string PublicKeyId = "PUB_KEY_ID_0119000001092026010100000000001";
    private const string OwnKey = "wechatpay";
    private const string SigningKey = "wechatpay-main";
    private const string V3KeyName = "wechatpay-main-v3";
    private const string V2KeyName = "wechatpay-main-v2";
    private const string CertificateName = "wechatpay-main-certificate";
    private const string CertificatePasswordName = "wechatpay-main-certificate-password";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } = new(
        Name, "WeChat Pay", 7094, Account, StartAsync,
        [
            new("wechatpay_native", "微信支付（扫码）", "WeChat Pay QR code", ShopChannelKind.Code),
            new("wechatpay_h5", "微信支付（手机网页）", "WeChat Pay on a phone",
                ShopChannelKind.Page),
            new("wechatpay_code", "微信支付（付款码）", "WeChat Pay payment code",
                ShopChannelKind.Barcode),
        ]);

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.SigningKey(SigningKey);
        keys.Secret(V3KeyName);
        keys.Secret(V2KeyName);
        var password = keys.Secret(CertificatePasswordName);
        keys.Secret(CertificateName, () => CertificateText.Pkcs12(MchId, password));
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = AppId,
                ["mch_id"] = MchId,
                ["signing_key"] = SigningKey,
                ["merchant_serial"] = Serial,
                ["wechatpay_public_key_id"] = PublicKeyId,
                ["wechatpay_public_key"] = keys.Public(OwnKey),
                ["payer_ip_fallback"] = "203.0.113.7",
                ["device_ip"] = "203.0.113.8",
                ["base_uri"] = root.AbsoluteUri.TrimEnd('/'),
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["api_v3_key"] = V3KeyName,
                ["api_v2_key"] = V2KeyName,
                ["client_certificate"] = CertificateName,
                ["client_certificate_password"] = CertificatePasswordName,
            });
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await WeChatPaySimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Time = start.Time,
                TimeScale = start.TimeScale,
                PublicKey = new(PublicKeyId, start.Keys.Private(OwnKey)),
                AllowsPlainNotifyUrl = true,

                // Its https port has a certificate of its own, which the functions do not trust.
                ReversesWithoutCertificate = true,
                Merchants =
                [
                    new(
                        MchId, [AppId], [new(Serial, start.Keys.SigningKey(SigningKey))],
                        start.Keys.Secret(V3KeyName))
                    {
                        ApiV2Key = start.Keys.Secret(V2KeyName),
                        HasCertificates = false,
                    },
                ],
            },
            cancel);
}
