using PayFunctions.Sandbox.Shop;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Tenpay in the sandbox: the B2C gateway, the profile that has refunds.</summary>
internal static class SandboxTenpay
{
    private const string Name = "tenpay";
    private const string Partner = "1900009999";
    private const string AppId = "0000000099";
    private const string WalletName = "wallet";
    private const string WalletKeyName = "tenpay-wallet-key";
    private const string KeyName = "tenpay-main-key";
    private const string OperatorName = "tenpay-main-operator";
    private const string CertificateName = "tenpay-main-certificate";
    private const string CertificatePasswordName = "tenpay-main-certificate-password";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } = new(
        Name, "Tenpay", 7091, Account, StartAsync,
        [new("tenpay_page", "财付通", "Tenpay", ShopChannelKind.Page)])
    {
        Wallet = WalletAccount,
    };

    /// <summary>The open platform, whose wallet opens applications.</summary>
    private static SandboxAccount WalletAccount(SandboxKeys keys, Uri root)
    {
        keys.Secret(WalletKeyName);
        return new(
            Name,
            WalletName,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["profile"] = "open",
                ["app_id"] = AppId,
                ["base_uri"] = root.AbsoluteUri.TrimEnd('/'),
            },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["key"] = WalletKeyName });
    }

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.Secret(KeyName);
        keys.Secret(OperatorName);
        var password = keys.Secret(CertificatePasswordName);
        keys.Secret(CertificateName, () => CertificateText.Pkcs12(Partner, password));
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["profile"] = "gateway",
                ["partner"] = Partner,
                ["base_uri"] = root.AbsoluteUri.TrimEnd('/'),
                ["refund_uri"] = new Uri(root, "/refundapi/gateway/refund.xml").AbsoluteUri,
                ["bill_uri"] = new Uri(root, "/cgi-bin/mchdown_real_new.cgi").AbsoluteUri,
                ["payer_ip_fallback"] = "127.0.0.1",
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key"] = KeyName,
                ["op_user_password"] = OperatorName,
                ["client_certificate"] = CertificateName,
                ["client_certificate_password"] = CertificatePasswordName,
            });
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await TenpaySimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Time = start.Time,
                TimeScale = start.TimeScale,

                // Its https port has a certificate of its own, which the functions do not trust.
                RefundsWithoutCertificate = true,
                Merchants =
                [
                    new(TenpayProfile.Gateway, Partner, start.Keys.Secret(KeyName))
                    {
                        OperatorPassword = start.Keys.Secret(OperatorName),
                    },
                    new(TenpayProfile.Open, AppId, start.Keys.Secret(WalletKeyName))
                    {
                        LoginUrl = start.LoginUrl(Name, WalletName),
                    },
                ],
            },
            cancel);
}
