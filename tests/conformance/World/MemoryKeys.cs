using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Security.KeyVault.Keys;
using Azure.Security.KeyVault.Keys.Cryptography;
using PayFunctions.Keys;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>
/// A vault's signing keys, made when they are first asked for. Making one takes long, so all
/// worlds share them.
/// </summary>
internal sealed class MemoryKeys : IKeySource
{
    private const int Bits = 2048;

    private static readonly ConcurrentDictionary<string, Lazy<RSA>> Keys
        = new(StringComparer.Ordinal);

    /// <summary>The key of that name.</summary>
    public static RSA Of(string name)
        => Keys.GetOrAdd(name, static _ => new Lazy<RSA>(static () => RSA.Create(Bits))).Value;

    /// <summary>Its public part: SubjectPublicKeyInfo in base64.</summary>
    public static string PublicOf(string name)
        => Convert.ToBase64String(Of(name).ExportSubjectPublicKeyInfo());

    /// <inheritdoc/>
    public Task<IReadOnlyList<KeyVersion>> ReadAsync(
        string name, CancellationToken cancellation)
        => Task.FromResult<IReadOnlyList<KeyVersion>>(
        [
            new KeyVersion($"{name}-1", null, new JsonWebKey(
                Of(name), includePrivateParameters: true,
                [KeyOperation.Sign, KeyOperation.Verify])),
        ]);

    /// <inheritdoc/>
    public CryptographyClient Open(KeyVersion version) => new(version.Key);
}
