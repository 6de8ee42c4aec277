using System.Collections.Concurrent;
using Azure.Core;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Remembers the tokens it hands on, so that they can be looked for.</summary>
internal sealed class RecordingCredential(TokenCredential inner) : TokenCredential
{
    private readonly ConcurrentQueue<string> tokens = new();

    /// <summary>Every token so far.</summary>
    public IReadOnlyCollection<string> Tokens => tokens;

    /// <inheritdoc/>
    public override AccessToken GetToken(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => Keep(inner.GetToken(requestContext, cancellationToken));

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => Keep(await inner.GetTokenAsync(requestContext, cancellationToken));

    private AccessToken Keep(AccessToken token)
    {
        tokens.Enqueue(token.Token);
        return token;
    }
}
