using Azure.Core;

namespace PayFunctions.Tests.Compat.Vault;

/// <summary>Its token opens no vault.</summary>
internal sealed class RefusedCredential : TokenCredential
{
    public override AccessToken GetToken(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => new("nobody", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken)
        => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
