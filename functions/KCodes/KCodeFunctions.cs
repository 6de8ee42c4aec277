using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;

namespace PayFunctions.KCodes;

/// <summary>Merchants have a code sent to a payer's phone, and pay with it.</summary>
internal sealed class KCodeFunctions(MerchantCall call, KCodeCalls codes)
{
    /// <summary>Begins a payment with a card and has the code sent.</summary>
    [Function("SendKCode")]
    public Task<IResult> SendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/payments/kcode")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => codes.SendAsync(c, request.ContentType, t), cancellation);

    /// <summary>Has another code sent.</summary>
    [Function("ResendKCode")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "v1/payments/{transaction_id}/kcode/resend")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => codes.ResendAsync(c, transaction_id, request.ContentType, t),
            cancellation);

    /// <summary>Pays with the code.</summary>
    [Function("PayByKCode")]
    public Task<IResult> PayAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "v1/payments/{transaction_id}/kcode")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => codes.PayAsync(c, transaction_id, request.ContentType, t),
            cancellation);
}
