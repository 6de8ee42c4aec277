using System.Security.Cryptography;
using System.Text.Json;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using Microsoft.Extensions.Options;

namespace PayFunctions.Keys;

/// <summary>
/// Keys in a folder, for a developer's machine: the same client as for the vault, over a local key.
/// </summary>
internal sealed class LocalKeySource(IOptions<KeysOptions> options) : IKeySource
{
    private const int ThumbprintBytes = 4;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
    {
        var path = Path.Combine(options.Value.LocalFolder!, $"{name}.jwk.json");
        await using var file = File.OpenRead(path);
        using var json = await JsonDocument.ParseAsync(file, default, cancellation);
        using var rsa = RSA.Create();
        rsa.ImportParameters(Read(json.RootElement));
        var thumbprint = Convert.ToHexStringLower(
            SHA256.HashData(rsa.ExportSubjectPublicKeyInfo())[..ThumbprintBytes]);
        return
        [
            new KeyVersion($"{name}-{thumbprint}", null, new JsonWebKey(
                rsa, includePrivateParameters: true, [KeyOperation.Sign, KeyOperation.Verify])),
        ];
    }

    /// <inheritdoc/>
    public CryptographyClient Open(KeyVersion version) => new(version.Key);

    private static RSAParameters Read(JsonElement key) => new()
    {
        Modulus = Bytes(key, "n"),
        Exponent = Bytes(key, "e"),
        D = Bytes(key, "d"),
        P = Bytes(key, "p"),
        Q = Bytes(key, "q"),
        DP = Bytes(key, "dp"),
        DQ = Bytes(key, "dq"),
        InverseQ = Bytes(key, "qi"),
    };

    private static byte[] Bytes(JsonElement key, string name)
        => System.Buffers.Text.Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
