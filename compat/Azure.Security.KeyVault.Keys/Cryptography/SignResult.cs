namespace Azure.Security.KeyVault.Keys.Cryptography;

/// <summary>A signature and the key that made it.</summary>
public class SignResult
{
    internal SignResult()
    {
    }

    /// <summary>The key with its version, as the vault (or the local key) names it.</summary>
    public string KeyId { get; internal init; }

    public byte[] Signature { get; internal init; }

    public SignatureAlgorithm Algorithm { get; internal init; }
}
