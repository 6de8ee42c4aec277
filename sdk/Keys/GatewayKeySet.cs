using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sdk;

/// <summary>Some of the gateway's public keys, by key id. It does not change.</summary>
public sealed class GatewayKeySet
{
    internal const int CountMax = 16;
    private const int KeySizeBitsMin = 2048;
    private const int KeySizeBitsMax = 4096;

    private readonly (byte[] KeyId, RSA Key)[] _keys;

    private GatewayKeySet((byte[] KeyId, RSA Key)[] keys) => _keys = keys;

    /// <summary>No key: every signature is <see cref="PayVerdict.KeyUnknown"/>.</summary>
    public static GatewayKeySet Empty { get; } = new([]);

    /// <summary>How many keys there are.</summary>
    public int Count => _keys.Length;

    /// <summary>Reads a document as <c>/.well-known/jwks.json</c> answers it.</summary>
    /// <param name="jwks">JSON of at most 16 keys; those not for RS256 are left out.</param>
    /// <returns>The set.</returns>
    /// <exception cref="FormatException">Not such a document, or two keys of one id.</exception>
    public static GatewayKeySet FromJwks(ReadOnlyMemory<byte> jwks)
        => Of(JwksDocument.Read(jwks).Select(one => (one.KeyId, RSA.Create(one.Key))));

    /// <summary>A set of one key in PEM, for pinning.</summary>
    /// <param name="keyId">The gateway's key id.</param>
    /// <param name="publicKey">The text with its <c>BEGIN PUBLIC KEY</c> line.</param>
    /// <returns>The set; <see cref="With"/> adds further keys.</returns>
    /// <exception cref="ArgumentException">Not an RSA public key of 2048 to 4096 bits.</exception>
    public static GatewayKeySet FromPem(string keyId, string publicKey)
        => Empty.With(keyId, publicKey);

    /// <summary>These keys and one more: two are valid while the gateway changes its key.</summary>
    /// <param name="keyId">The gateway's key id.</param>
    /// <param name="publicKey">The text with its <c>BEGIN PUBLIC KEY</c> line.</param>
    /// <returns>A new set.</returns>
    /// <exception cref="ArgumentException">Not an RSA public key of 2048 to 4096 bits.</exception>
    public GatewayKeySet With(string keyId, string publicKey)
    {
        var key = RSA.Create();
        try
        {
            key.ImportFromPem(publicKey);
            return Of([.. _keys.Select(one => (Encoding.ASCII.GetString(one.KeyId), one.Key)),
                (keyId, key)]);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            throw new ArgumentException(
                "A gateway key needs an id of its own and an RSA public key of 2048 to 4096 bits.",
                nameof(publicKey),
                problem);
        }
    }

    /// <summary>The ids of the keys.</summary>
    /// <returns>A sentence fit for logs.</returns>
    public override string ToString()
        => string.Create(CultureInfo.InvariantCulture, $"{Count} gateway keys: ")
            + string.Join(", ", _keys.Select(one => Encoding.ASCII.GetString(one.KeyId)));

    internal RSA? Find(ReadOnlySpan<byte> keyId)
    {
        foreach (var (id, key) in _keys)
        {
            if (keyId.SequenceEqual(id))
            {
                return key;
            }
        }

        return null;
    }

    private static GatewayKeySet Of(IEnumerable<(string KeyId, RSA Key)> keys)
    {
        List<(byte[] KeyId, RSA Key)> all = [];
        foreach (var (keyId, key) in keys)
        {
            var id = Encoding.ASCII.GetBytes(keyId);
            if (!WireText.IsId(keyId) || key.KeySize is < KeySizeBitsMin or > KeySizeBitsMax
                || all.Count == CountMax || all.Exists(one => one.KeyId.AsSpan().SequenceEqual(id)))
            {
                throw new FormatException("The key set has too many, doubled or unfit keys.");
            }

            all.Add((id, key));
        }

        return new([.. all]);
    }
}
