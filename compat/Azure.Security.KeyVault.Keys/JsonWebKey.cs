using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Azure.Security.KeyVault.Keys.Wire;

namespace Azure.Security.KeyVault.Keys;

/// <summary>An RSA key as RFC 7517 writes it. Its JSON carries whatever parts it has.</summary>
[JsonConverter(typeof(JsonWebKeyConverter))]
public class JsonWebKey
{
    private static readonly KeyOperation[] PublicUses =
        [KeyOperation.Encrypt, KeyOperation.Verify, KeyOperation.WrapKey];

    private static readonly KeyOperation[] AllUses =
    [
        KeyOperation.Encrypt, KeyOperation.Decrypt, KeyOperation.Sign,
        KeyOperation.Verify, KeyOperation.WrapKey, KeyOperation.UnwrapKey,
    ];

    public JsonWebKey(IEnumerable<KeyOperation> keyOps) => KeyOps = [.. keyOps ?? []];

    /// <param name="rsaProvider">The key to copy.</param>
    /// <param name="includePrivateParameters">True copies the private parts too.</param>
    /// <param name="keyOps">What the key may do; by default all its parts allow.</param>
    public JsonWebKey(
        RSA rsaProvider,
        bool includePrivateParameters = false,
        IEnumerable<KeyOperation> keyOps = default)
    {
        ArgumentNullException.ThrowIfNull(rsaProvider);
        KeyType = KeyType.Rsa;
        KeyOps = [.. keyOps ?? (includePrivateParameters ? AllUses : PublicUses)];
        var parts = rsaProvider.ExportParameters(includePrivateParameters);
        (N, E) = (parts.Modulus, parts.Exponent);
        (D, P, Q) = (parts.D, parts.P, parts.Q);
        (DP, DQ, QI) = (parts.DP, parts.DQ, parts.InverseQ);
    }

    public string Id { get; set; }

    public KeyType KeyType { get; set; }

    public IReadOnlyCollection<KeyOperation> KeyOps { get; }

    public byte[] N { get; set; }

    public byte[] E { get; set; }

    public byte[] DP { get; set; }

    public byte[] DQ { get; set; }

    public byte[] QI { get; set; }

    public byte[] P { get; set; }

    public byte[] Q { get; set; }

    public byte[] D { get; set; }

    internal bool HasPrivateParts
        => D is not null && P is not null && Q is not null
            && DP is not null && DQ is not null && QI is not null;

    /// <exception cref="InvalidOperationException">No RSA key, or a part is missing.</exception>
    public RSA ToRSA(bool includePrivateParameters = false)
    {
        if (KeyType != KeyType.Rsa && KeyType != KeyType.RsaHsm)
        {
            throw new InvalidOperationException("The key is not an RSA or RSA-HSM type.");
        }

        if (N is null || E is null)
        {
            throw new InvalidOperationException("The key lacks its modulus or exponent.");
        }

        if (includePrivateParameters && !HasPrivateParts)
        {
            throw new InvalidOperationException("The key lacks its private parts.");
        }

        return RSA.Create(Parameters(includePrivateParameters));
    }

    // A writer may drop leading zeros; not every platform takes a part below its full length.
    private RSAParameters Parameters(bool includePrivateParameters)
    {
        var parts = new RSAParameters { Modulus = N, Exponent = E };
        if (includePrivateParameters)
        {
            var half = (N.Length + 1) / 2;
            parts.D = Widened(D, N.Length);
            parts.P = Widened(P, half);
            parts.Q = Widened(Q, half);
            parts.DP = Widened(DP, half);
            parts.DQ = Widened(DQ, half);
            parts.InverseQ = Widened(QI, half);
        }

        return parts;
    }

    private static byte[] Widened(byte[] part, int length)
        => part.Length >= length ? part : [.. new byte[length - part.Length], .. part];
}
