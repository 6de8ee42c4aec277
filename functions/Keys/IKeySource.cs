using Azure.Security.KeyVault.Keys.Cryptography;

namespace PayFunctions.Keys;

/// <summary>Where keys are: a vault, or a folder in the sandbox.</summary>
internal interface IKeySource
{
    /// <summary>The most versions of one key that are published.</summary>
    const int MaxVersions = 5;

    /// <summary>The enabled versions of a key, the current one first; never empty.</summary>
    Task<IReadOnlyList<KeyVersion>> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>A client that signs with exactly that version.</summary>
    CryptographyClient Open(KeyVersion version);
}
