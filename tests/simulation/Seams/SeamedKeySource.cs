using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>The vault behind the seam.</summary>
internal sealed class SeamedKeySource(IKeySource inner, Seam seam) : IKeySource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
        => seam.CrossAsync("keys.read", () => inner.ReadAsync(name, cancellation));

    /// <inheritdoc/>
    public CryptographyClient Open(KeyVersion version)
        => new SeamedClient(inner.Open(version), seam);

    private sealed class SeamedClient(CryptographyClient inner, Seam seam) : CryptographyClient
    {
        public override Task<SignResult> SignAsync(
            SignatureAlgorithm algorithm, byte[] digest,
            CancellationToken cancellationToken = default)
            => seam.CrossAsync(
                "keys.sign", () => inner.SignAsync(algorithm, digest, cancellationToken));
    }
}
