namespace PayFunctions.Keys;

/// <summary>
/// Signs with a named key of ours: RSA PKCS#1 v1.5 over SHA-256. The key itself stays in the vault.
/// </summary>
/// <param name="keyName">The key's name in the vault, such as <c>gateway</c>.</param>
/// <param name="data">What is signed; it is hashed here, only the digest travels.</param>
/// <param name="cancellation">Gives up.</param>
/// <returns>The signature and the key_id under which its public key is published.</returns>
internal delegate ValueTask<Rsa2Signature> SignRsa2(
    string keyName, ReadOnlyMemory<byte> data, CancellationToken cancellation);
