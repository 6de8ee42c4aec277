using System.Security.Cryptography;
using Azure;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Keys;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>One signing key of the gateway, made when the tests run.</summary>
internal sealed class TestKeySource : IKeySource
{
    public const string KeyId = "gateway-1";

    public static readonly RSA Rsa = RSA.Create(2048);

    /// <summary>Nothing is answered.</summary>
    public bool IsDown { get; set; }

    public Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
        => IsDown
            ? throw new RequestFailedException(403, "The vault is closed.")
            : Task.FromResult<IReadOnlyList<KeyVersion>>(
            [
                new KeyVersion(KeyId, null, new JsonWebKey(
                    Rsa, includePrivateParameters: true,
                    [KeyOperation.Sign, KeyOperation.Verify])),
            ]);

    public CryptographyClient Open(KeyVersion version) => new(version.Key);
}
