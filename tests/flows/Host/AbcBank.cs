using System.Security.Cryptography;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Sandbox.Launcher;
using PayFunctions.Tests.Kit.Vault;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>The Agricultural Bank's simulator, and the gateway's account there.</summary>
internal sealed class AbcBank : IAsyncDisposable
{
    private const string MerchantId = "103880000000001";
    private const string Certificate = "abc-main-certificate";
    private const string PasswordName = "abc-main-password";
    private const string IdentityKey = "identity-hash-key";

    private readonly AbcSimulator simulator;
    private readonly string bankCertificate;

    private AbcBank(AbcSimulator simulator, string bankCertificate)
    {
        this.simulator = simulator;
        this.bankCertificate = bankCertificate;
    }

    /// <summary>Its root.</summary>
    public Uri Address => simulator.Address;

    /// <summary>Starts it, and keeps the merchant's secrets in the vault.</summary>
    public static async Task<AbcBank> StartAsync(LoopbackVault vault)
    {
        using var key = RSA.Create(2048);
        var password = RandomNumberGenerator.GetHexString(32);
        var file = CertificateText.Pkcs12(MerchantId, password);
        vault.CreateSecret(Certificate, file);
        vault.CreateSecret(PasswordName, password);
        vault.CreateSecret(IdentityKey, RandomNumberGenerator.GetHexString(64));
        return new AbcBank(
            await AbcSimulator.StartAsync(new AbcSimulatorOptions
            {
                PrivateKey = Convert.ToBase64String(key.ExportPkcs8PrivateKey()),
                Merchants = [new(MerchantId, CertificateText.OfPkcs12(file, password))],
            }),
            CertificateText.OfPem("MainServer.0001", key.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>The account as the operator registers it.</summary>
    public SandboxAccount Account() => new(
        "abc",
        "main",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["merchant_id"] = MerchantId,
            ["bank_certificate"] = bankCertificate,
            ["gateway_uri"] = simulator.GatewayUri.AbsoluteUri,
            ["page_hosts"] = simulator.Address.Host,
            ["kcode_wrong_codes"] = AbcSimulatorOptions.UsualWrongKCode,
            ["identity_denied_codes"] = AbcSimulatorOptions.UsualDeniedIdentity,
        },
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["merchant_certificate"] = Certificate,
            ["merchant_certificate_password"] = PasswordName,
        });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => simulator.DisposeAsync();
}
