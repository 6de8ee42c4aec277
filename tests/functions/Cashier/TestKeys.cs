using System.Security.Cryptography;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Cashier;

/// <summary>A key that lives as long as the tests, and a vault that can be busy.</summary>
internal sealed class TestKeys : IKeySource
{
    public const string KeyId = "gateway-1";

    public static readonly RSA Key = RSA.Create(2048);

    public bool Busy { get; set; }

    public Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
        => Busy
            ? throw new VaultBusyException("The vault is busy.", null)
            : Task.FromResult<IReadOnlyList<KeyVersion>>(
            [
                new KeyVersion(KeyId, null, new JsonWebKey(
                    Key, includePrivateParameters: true,
                    [KeyOperation.Sign, KeyOperation.Verify])),
            ]);

    public CryptographyClient Open(KeyVersion version) => new(version.Key);
}
