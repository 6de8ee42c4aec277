using System.Security.Cryptography;
using Azure.Security.KeyVault.Keys.Cryptography;

namespace PayFunctions.Keys;

/// <summary>
/// One version of a signing key, pinned: a rotation does not change it mid-flight.
/// </summary>
internal sealed class SigningKey(string keyId, CryptographyClient client, VaultGate gate)
{
    /// <summary>The name under which its public key is published.</summary>
    public string KeyId { get; } = keyId;

    /// <summary>Signs by RSA PKCS#1 v1.5 with SHA-256; only the digest travels. Base64.</summary>
    /// <exception cref="VaultBusyException">Too many wait already, or it took too long.</exception>
    public Task<string> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellation)
        => gate.RunAsync(
            async token =>
            {
                var digest = SHA256.HashData(data.Span);
                var result = await client.SignAsync(SignatureAlgorithm.RS256, digest, token);
                return Convert.ToBase64String(result.Signature);
            },
            cancellation);
}
