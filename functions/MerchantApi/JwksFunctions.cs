using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.MerchantApi;

/// <summary>The gateway's public keys.</summary>
internal sealed class JwksFunctions(PublishKeys publish)
{
    /// <summary>A JSON Web Key Set.</summary>
    [Function("Jwks")]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ".well-known/jwks.json")]
        HttpRequest request, CancellationToken cancellation)
        => publish.RunAsync(request, cancellation);
}
