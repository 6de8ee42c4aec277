using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Tenpay in the sandbox: the B2C gateway, which has refunds.</summary>
internal static class SandboxTenpay
{
    /// <summary>The gateway's partner number at Tenpay.</summary>
    public const string Partner = "1900000109";

    private const string Name = "tenpay";
    private const string Key = "tenpay-main-key";
    private const string OperatorPassword = "tenpay-main-operator";
    private const string Certificate = "tenpay-main-certificate";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } =
        new(Name, "Tenpay", 7091, Account, StartAsync);

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.Secret(Key);
        keys.Secret(OperatorPassword);
        keys.Secret(Certificate, static () => Convert.ToBase64String(
            CertificateFile.ForMerchant(
                Partner, Partner, TimeProvider.System.GetUtcNow()).File));
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["profile"] = "gateway",
                ["partner"] = Partner,
                ["base_uri"] = root.GetLeftPart(UriPartial.Authority),
                ["refund_uri"] = new Uri(root, "/refundapi/gateway/refund.xml").AbsoluteUri,
                ["payer_ip_fallback"] = "127.0.0.1",
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key"] = Key,
                ["op_user_password"] = OperatorPassword,
                ["client_certificate"] = Certificate,
            });
    }

    /// <summary>
    /// Refunds come to the plain port: the functions would not trust a certificate made here.
    /// </summary>
    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await TenpaySimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Merchants =
                [
                    new(TenpayProfile.Gateway, Partner, start.Keys.Secret(Key))
                    {
                        OperatorPassword = start.Keys.Secret(OperatorPassword),
                    },
                ],
                RefundsWithoutCertificate = true,
                Time = start.Time,
                TimeScale = start.TimeScale,
            },
            cancel);
}
