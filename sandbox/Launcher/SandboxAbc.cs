using System.Security.Cryptography;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>The Agricultural Bank of China in the sandbox.</summary>
internal static class SandboxAbc
{
    private const string Name = "abc";
    private const string MerchantId = "103880000000001";
    private const string BankKey = "abc-bank";
    private const string BankName = "MainServer.0001";
    private const string CertificateName = "abc-main-certificate";
    private const string PasswordName = "abc-main-certificate-password";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } = new(
        Name, "Agricultural Bank", 7093, Account, StartAsync,
        [
            new("abc_page", "农业银行（电脑网页）", "Agricultural Bank on a computer",
                ShopChannelKind.Page),
            new("abc_wap", "农业银行（手机网页）", "Agricultural Bank on a phone",
                ShopChannelKind.Page),
        ]);

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        _ = MerchantFile(keys);
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["merchant_id"] = MerchantId,
                ["bank_certificate"] = CertificateText.OfPem(BankName, keys.Private(BankKey)),
                ["gateway_uri"] = new Uri(root, Gateway.Paths[0]).AbsoluteUri,
                ["page_hosts"] = root.Host,
                ["native_batches"] = "true",
                ["kcode_wrong_codes"] = AbcSimulatorOptions.UsualWrongKCode,
                ["identity_denied_codes"] = AbcSimulatorOptions.UsualDeniedIdentity,
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["merchant_certificate"] = CertificateName,
                ["merchant_certificate_password"] = PasswordName,
            });
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await AbcSimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Time = start.Time,
                TimeScale = start.TimeScale,
                PrivateKey = Pkcs8(start.Keys.Private(BankKey)),
                Merchants =
                [
                    new(MerchantId, CertificateText.OfPkcs12(
                        MerchantFile(start.Keys), start.Keys.Secret(PasswordName))),
                ],
            },
            cancel);

    private static string MerchantFile(SandboxKeys keys)
    {
        var password = keys.Secret(PasswordName);
        return keys.Secret(CertificateName, () => CertificateText.Pkcs12(MerchantId, password));
    }

    private static string Pkcs8(string pem)
    {
        using var key = RSA.Create();
        key.ImportFromPem(pem);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }
}
