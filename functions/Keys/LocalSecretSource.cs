using Microsoft.Extensions.Options;

namespace PayFunctions.Keys;

/// <summary>
/// Secrets in a folder, <c>{name}.secret</c>, for a developer's machine. It knows no versions.
/// </summary>
internal sealed class LocalSecretSource(IOptions<KeysOptions> options) : ISecretSource
{
    /// <inheritdoc/>
    public async Task<string?> ReadAsync(
        SecretReference reference, CancellationToken cancellation)
    {
        var path = Path.Combine(options.Value.LocalFolder!, $"{reference.Name}.secret");
        return File.Exists(path) ? await File.ReadAllTextAsync(path, cancellation) : null;
    }
}
