namespace PayFunctions.Keys;

/// <summary>Where secrets are: a vault, or a folder in the sandbox.</summary>
internal interface ISecretSource
{
    /// <summary>
    /// The secret of that name, in its newest version or the named one; null when there is none.
    /// </summary>
    Task<string?> ReadAsync(SecretReference reference, CancellationToken cancellation);
}
