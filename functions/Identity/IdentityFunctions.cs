using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Inbox;
using PayFunctions.MerchantApi;

namespace PayFunctions.Identity;

/// <summary>Merchants have people checked; people come and go; channels tell.</summary>
internal sealed class IdentityFunctions(
    MerchantCall call, IdentityCalls calls, IdentityPageCall pages, InboxCall inbox,
    ReceiveIdentity receive)
{
    /// <summary>Has a person checked, or repeats the answer of the equal check.</summary>
    [Function("VerifyIdentity")]
    public Task<IResult> VerifyAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "v1/identity-verifications")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => calls.VerifyAsync(c, request.ContentType, t), cancellation);

    /// <summary>Finds a check by the merchant's number.</summary>
    [Function("FindIdentity")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/identity-verifications")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => calls.QueryByNumberAsync(c, request.Query, t), cancellation);

    /// <summary>Finds a check by ours.</summary>
    [Function("QueryIdentity")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get",
            Route = "v1/identity-verifications/{verification_id}")]
        HttpRequest request, string verification_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => calls.QueryAsync(c, verification_id, t), cancellation);

    /// <summary>Takes the person to the channel.</summary>
    [Function("OpenIdentityPage")]
    public Task<IResult> OpenAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verify/{verification_id}")]
        HttpRequest request, string verification_id, CancellationToken cancellation)
        => pages.OpenAsync(request, verification_id, cancellation);

    /// <summary>Receives the person back.</summary>
    [Function("ReturnFromIdentityPage")]
    public Task<IResult> ReturnAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "post",
            Route = "verify/{verification_id}/return")]
        HttpRequest request, string verification_id, CancellationToken cancellation)
        => pages.ReturnAsync(request, verification_id, cancellation);

    /// <summary>Receives what a channel tells about one check.</summary>
    [Function("ReceiveIdentity")]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", "get",
            Route = "notify/{channel}/{account}/{number}/{seal}")]
        HttpRequest request, string channel, string account, string number, string seal,
        CancellationToken cancellation)
        => inbox.RunAsync(
            request, account,
            raw => receive.RunAsync(channel, number, seal, raw, cancellation), cancellation);
}
