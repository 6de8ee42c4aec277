using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.MerchantApi;

/// <summary>Merchants give money back.</summary>
internal sealed class RefundFunctions(MerchantCall call, RefundCalls refunds)
{
    /// <summary>Refunds a payment, whole or in part.</summary>
    [Function("CreateRefund")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/refunds")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => refunds.CreateAsync(c, request.ContentType, t), cancellation);

    /// <summary>Tells what became of a refund.</summary>
    [Function("QueryRefund")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "v1/refunds/{out_request_no}")]
        HttpRequest request, string out_request_no, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => refunds.QueryAsync(c, out_request_no, t), cancellation);
}
