namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>The verdict on a signature.</summary>
public class VerifyResult
{
    internal VerifyResult()
    {
    }

    /// <summary>The key with its version, as the vault (or the local key) names it.</summary>
    public string KeyId { get; internal init; }

    public bool IsValid { get; internal init; }

    public SignatureAlgorithm Algorithm { get; internal init; }
}
