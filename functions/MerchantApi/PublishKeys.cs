using System.Buffers.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PayFunctions.Host;
using PayFunctions.Keys;

namespace PayFunctions.MerchantApi;

/// <summary>Publishes what verifies our notifications and returns, by key_id.</summary>
internal sealed class PublishKeys(KeyRing keys, IOptions<KeysOptions> options)
{
    /// <summary>How long others may remember the answer.</summary>
    private const string CacheControl = "public, max-age=300";

    /// <summary>Every version of the signing key that is still good.</summary>
    public async Task<IResult> RunAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            var versions = await keys.PublishedAsync(options.Value.SigningKey, cancellation);
            request.HttpContext.Response.Headers.CacheControl = CacheControl;
            return Results.Text(
                new JsonObject
                {
                    ["keys"] = new JsonArray([.. versions.Select(Key)]),
                }.ToJsonString(),
                "application/json");
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            return ApiResults.Of(
                ApiAnswer.Failed(new ApiError(ApiErrorCode.TryAgain)),
                RequestId.Of(request.HttpContext));
        }
    }

    private static JsonObject Key(KeyVersion version) => new()
    {
        ["kty"] = "RSA",
        ["use"] = "sig",
        ["alg"] = "RS256",
        ["kid"] = version.KeyId,
        ["n"] = Base64Url.EncodeToString(version.Key.N),
        ["e"] = Base64Url.EncodeToString(version.Key.E),
    };
}
