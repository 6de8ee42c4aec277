using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Platform;

/// <summary>The operator looks an order up, by either number.</summary>
internal sealed class HistoryFunctions(HistoryCalls calls)
{
    /// <summary>By the gateway's number.</summary>
    [Function("ShowHistory")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(
            AuthorizationLevel.Function, "get", Route = "platform/payments/{transaction_id}")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => calls.ShowAsync(request, transaction_id, cancellation);

    /// <summary>By the merchant's number.</summary>
    [Function("ShowHistoryByNumber")]
    public Task<IResult> ShowByNumberAsync(
        [HttpTrigger(
            AuthorizationLevel.Function, "get",
            Route = "platform/applications/{app_id}/payments/{out_trade_no}")]
        HttpRequest request, string app_id, string out_trade_no,
        CancellationToken cancellation)
        => calls.ShowByNumberAsync(request, app_id, out_trade_no, cancellation);
}
