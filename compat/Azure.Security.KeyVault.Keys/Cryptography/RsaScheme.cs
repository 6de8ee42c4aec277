using System.Security.Cryptography;

namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>The hash and padding behind an algorithm's name.</summary>
internal sealed record RsaScheme(HashAlgorithmName Hash, RSASignaturePadding Padding)
{
    /// <returns>Null for an algorithm that is not RSA's, or not known.</returns>
    public static RsaScheme Of(SignatureAlgorithm algorithm) => algorithm.ToString() switch
    {
        "RS256" => new(HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => new(HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => new(HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => new(HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "PS384" => new(HashAlgorithmName.SHA384, RSASignaturePadding.Pss),
        "PS512" => new(HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        _ => null,
    };

    /// <exception cref="InvalidOperationException">The algorithm is not known.</exception>
    public static byte[] Digest(SignatureAlgorithm algorithm, byte[] data)
        => CryptographicOperations.HashData(Required(algorithm).Hash, data);

    /// <inheritdoc cref="Digest(SignatureAlgorithm, byte[])"/>
    public static byte[] Digest(SignatureAlgorithm algorithm, Stream data)
        => CryptographicOperations.HashData(Required(algorithm).Hash, data);

    private static RsaScheme Required(SignatureAlgorithm algorithm)
        => Of(algorithm)
            ?? throw new InvalidOperationException($"Invalid algorithm: {algorithm}");
}
