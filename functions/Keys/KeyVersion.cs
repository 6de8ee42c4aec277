using Azure.Security.KeyVault.Keys;

namespace PayFunctions.Keys;

/// <summary>One version of a key.</summary>
/// <param name="KeyId">The name under which its public key is published.</param>
/// <param name="Id">Its address in the vault; null for a local one.</param>
/// <param name="Key">Its material: public from a vault, whole from a folder.</param>
internal sealed record KeyVersion(string KeyId, Uri? Id, JsonWebKey Key)
{
    /// <summary>Names the version, never its material.</summary>
    public override string ToString() => KeyId;
}
