using System.Collections.Concurrent;
using Azure.Core;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>
/// Gives tokens that a vault takes when tenant and resource are its own, and remembers what was
/// asked of it.
/// </summary>
public sealed class VaultCredential : TokenCredential
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<TokenRequestContext> asked = new();
    private readonly VaultTokens tokens;
    private readonly string homeTenantId;
    private readonly TimeProvider time;

    internal VaultCredential(VaultTokens tokens, string homeTenantId, TimeProvider time)
    {
        this.tokens = tokens;
        this.homeTenantId = homeTenantId;
        this.time = time;
    }

    /// <summary>Every request for a token, in order.</summary>
    public IReadOnlyList<TokenRequestContext> Asked => [.. asked];

    /// <inheritdoc/>
    public override AccessToken GetToken(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        asked.Enqueue(requestContext);
        var scope = requestContext.Scopes.Single();
        var audience = scope.EndsWith("/.default", StringComparison.Ordinal)
            ? scope[..^"/.default".Length]
            : scope;
        var token = tokens.Issue(requestContext.TenantId ?? homeTenantId, audience);
        return new AccessToken(token, time.GetUtcNow() + Life);
    }

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
