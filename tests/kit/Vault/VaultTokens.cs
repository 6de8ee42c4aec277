using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Tokens handed out: whose they are, what for. Nothing can be read from one.</summary>
internal sealed class VaultTokens
{
    private const int TokenBytes = 32;

    private readonly ConcurrentDictionary<string, (string TenantId, string Audience)> issued =
        new(StringComparer.Ordinal);

    public string Issue(string tenantId, string audience)
    {
        var token = RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
        issued[token] = (tenantId, audience.TrimEnd('/'));
        return token;
    }

    public bool Opens(string token, string tenantId, Uri resource)
        => issued.TryGetValue(token, out var known)
            && string.Equals(known.TenantId, tenantId, StringComparison.OrdinalIgnoreCase)
            && string.Equals(
                known.Audience,
                resource.AbsoluteUri.TrimEnd('/'),
                StringComparison.OrdinalIgnoreCase);
}
