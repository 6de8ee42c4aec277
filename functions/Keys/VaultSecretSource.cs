using Azure;
using Azure.Security.KeyVault.Secrets;

namespace PayFunctions.Keys;

/// <summary>Secrets in Key Vault.</summary>
internal sealed class VaultSecretSource(SecretClient client) : ISecretSource
{
    private const int StatusNotFound = 404;

    /// <inheritdoc/>
    public async Task<string?> ReadAsync(
        SecretReference reference, CancellationToken cancellation)
    {
        try
        {
            var secret = await client.GetSecretAsync(
                reference.Name, reference.Version, cancellation);
            return secret.Value.Value;
        }
        catch (RequestFailedException e) when (e.Status == StatusNotFound)
        {
            return null;
        }
    }
}
