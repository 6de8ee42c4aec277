using System.Buffers;
using System.Text.Json;
using Azure.Core;
using Azure.Security.KeyVault.Keys.Wire;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>The key where it lives: each answer is one call to the vault.</summary>
internal sealed class RemoteKey(Uri keyId, VaultPipeline pipeline)
{
    public Response<KeyVaultKey> Get(CancellationToken cancellation)
        => pipeline.Send(GetCall(), cancellation);

    public Task<Response<KeyVaultKey>> GetAsync(CancellationToken cancellation)
        => pipeline.SendAsync(GetCall(), cancellation);

    public SignResult Sign(
        SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellation)
        => pipeline.Send(SignCall(algorithm, digest), cancellation);

    public async Task<SignResult> SignAsync(
        SignatureAlgorithm algorithm, byte[] digest, CancellationToken cancellation)
        => await pipeline.SendAsync(SignCall(algorithm, digest), cancellation)
            .ConfigureAwait(false);

    public VerifyResult Verify(
        SignatureAlgorithm algorithm,
        byte[] digest,
        byte[] signature,
        CancellationToken cancellation)
        => pipeline.Send(VerifyCall(algorithm, digest, signature), cancellation);

    public async Task<VerifyResult> VerifyAsync(
        SignatureAlgorithm algorithm,
        byte[] digest,
        byte[] signature,
        CancellationToken cancellation)
        => await pipeline.SendAsync(VerifyCall(algorithm, digest, signature), cancellation)
            .ConfigureAwait(false);

    private VaultCall<KeyVaultKey> GetCall()
        => VaultCall<KeyVaultKey>.Get(keyId, static (json, _) => KeyJson.ReadBundle(json));

    private VaultCall<SignResult> SignCall(SignatureAlgorithm algorithm, byte[] digest)
        => VaultCall<SignResult>.Post(
            VaultAddress.OfOperation(keyId, "sign"),
            Body(algorithm, ("value", digest)),
            (json, _) => new SignResult
            {
                KeyId = KeyJson.Text(json, "kid"),
                Algorithm = algorithm,
                Signature = KeyJson.Bytes(json, "value"),
            });

    private VaultCall<VerifyResult> VerifyCall(
        SignatureAlgorithm algorithm, byte[] digest, byte[] signature)
        => VaultCall<VerifyResult>.Post(
            VaultAddress.OfOperation(keyId, "verify"),
            Body(algorithm, ("digest", digest), ("value", signature)),
            (json, _) => new VerifyResult
            {
                KeyId = keyId.AbsoluteUri,
                Algorithm = algorithm,
                IsValid = json.GetProperty("value").GetBoolean(),
            });

    private static RequestContent Body(
        SignatureAlgorithm algorithm, params ReadOnlySpan<(string Name, byte[] Bytes)> parts)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", algorithm.ToString());
            foreach (var (name, bytes) in parts)
            {
                KeyJson.WriteBytes(writer, name, bytes);
            }

            writer.WriteEndObject();
        }

        return RequestContent.Create(buffer.WrittenMemory);
    }
}
