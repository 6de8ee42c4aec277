using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>The operator's calls about single orders.</summary>
internal sealed class HistoryCalls(ShowHistory show)
{
    /// <summary><c>GET /platform/payments/{transaction_id}</c>.</summary>
    public Task<IResult> ShowAsync(
        HttpRequest request, string transactionId, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ =>
            Answer(OrderId.TryParse(transactionId, out var id)
                ? await show.RunAsync(id, cancellation)
                : null));

    /// <summary><c>GET /platform/applications/{app_id}/payments/{out_trade_no}</c>.</summary>
    public Task<IResult> ShowByNumberAsync(
        HttpRequest request, string appId, string outTradeNo, CancellationToken cancellation)
        => PlatformCalls.RunAsync(request, async _ =>
            Answer(ApplicationJson.IsName(appId) && TermsCheck.IsOutTradeNo(outTradeNo)
                ? await show.RunAsync(OrderId.Of(appId, outTradeNo), cancellation)
                : null));

    private static ApiAnswer Answer(OrderHistory? history)
        => history is null
            ? ApiAnswer.Failed(new ApiError(ApiErrorCode.OrderNotFound))
            : ApiAnswer.Done(HistoryJson.Of(history));
}
