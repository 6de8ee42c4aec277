namespace PayFunctions.Sdk;

/// <summary>Whatever holds the application's private key: memory, a vault, a device.</summary>
public interface IRequestSigner
{
    /// <summary>Signs a digest with RSA, PKCS#1 v1.5 padding (RS256).</summary>
    /// <param name="sha256">The 32 bytes of a SHA-256 digest.</param>
    /// <param name="cancellation">Gives up waiting for a remote key.</param>
    /// <returns>The signature, as long as the key's modulus.</returns>
    /// <exception cref="RequestSigningException">The key could not sign.</exception>
    ValueTask<byte[]> SignHashAsync(
        ReadOnlyMemory<byte> sha256, CancellationToken cancellation = default);
}
