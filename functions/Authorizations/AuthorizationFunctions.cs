using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;

namespace PayFunctions.Authorizations;

/// <summary>Merchants hold amounts, take them later, and let them go.</summary>
internal sealed class AuthorizationFunctions(MerchantCall call, AuthorizationCalls authorizations)
{
    /// <summary>Creates an authorisation, or repeats the answer of the equal one.</summary>
    [Function("CreateAuthorization")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/authorizations")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => authorizations.CreateAsync(c, request.ContentType, t),
            cancellation);

    /// <summary>Finds an authorisation by the merchant's number.</summary>
    [Function("FindAuthorization")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/authorizations")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => authorizations.QueryByNumberAsync(c, request.Query, t),
            cancellation);

    /// <summary>Finds an authorisation by ours.</summary>
    [Function("QueryAuthorization")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get",
            Route = "v1/authorizations/{authorization_id}")]
        HttpRequest request, string authorization_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => authorizations.QueryAsync(c, authorization_id, t), cancellation);

    /// <summary>Takes what is held, whole or in part.</summary>
    [Function("CaptureAuthorization")]
    public Task<IResult> CaptureAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "v1/authorizations/{authorization_id}/capture")]
        HttpRequest request, string authorization_id, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => authorizations.CaptureAsync(c, authorization_id, request.ContentType, t),
            cancellation);

    /// <summary>Lets go what is held, whole or in part.</summary>
    [Function("VoidAuthorization")]
    public Task<IResult> VoidAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "v1/authorizations/{authorization_id}/void")]
        HttpRequest request, string authorization_id, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => authorizations.VoidAsync(c, authorization_id, request.ContentType, t),
            cancellation);
}
