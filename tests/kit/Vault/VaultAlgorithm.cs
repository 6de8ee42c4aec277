using System.Security.Cryptography;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>A signature algorithm of an RSA key.</summary>
internal sealed record VaultAlgorithm(
    HashAlgorithmName Hash, int DigestBytes, RSASignaturePadding Padding)
{
    private static readonly Dictionary<string, VaultAlgorithm> ByName = new(StringComparer.Ordinal)
    {
        ["RS256"] = new(HashAlgorithmName.SHA256, 32, RSASignaturePadding.Pkcs1),
        ["RS384"] = new(HashAlgorithmName.SHA384, 48, RSASignaturePadding.Pkcs1),
        ["RS512"] = new(HashAlgorithmName.SHA512, 64, RSASignaturePadding.Pkcs1),
        ["PS256"] = new(HashAlgorithmName.SHA256, 32, RSASignaturePadding.Pss),
        ["PS384"] = new(HashAlgorithmName.SHA384, 48, RSASignaturePadding.Pss),
        ["PS512"] = new(HashAlgorithmName.SHA512, 64, RSASignaturePadding.Pss),
    };

    public static VaultAlgorithm? Named(string? name)
        => name is null ? null : ByName.GetValueOrDefault(name);
}
