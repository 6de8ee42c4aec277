using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.Cashier;

/// <summary>The payer's pages.</summary>
internal sealed class CashierFunctions(CashierCall call)
{
    /// <summary>Opens a merchant's signed URL.</summary>
    [Function("OpenPayUrl")]
    public Task<IResult> PayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pay")]
        HttpRequest request, CancellationToken cancellation)
        => call.PayAsync(request, cancellation);

    /// <summary>Shows an order.</summary>
    [Function("ShowCashier")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cashier/{transaction_id}")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.ShowAsync(request, transaction_id, cancellation);

    /// <summary>Tells a page's script what the order is.</summary>
    [Function("ShowCashierStatus")]
    public Task<IResult> StatusAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "cashier/{transaction_id}/status")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.StatusAsync(request, transaction_id, cancellation);

    /// <summary>Takes the payer to a channel.</summary>
    [Function("StartPayment")]
    public Task<IResult> StartAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "post",
            Route = "cashier/{transaction_id}/{product}")]
        HttpRequest request, string transaction_id, string product,
        CancellationToken cancellation)
        => call.StartAsync(request, transaction_id, product, cancellation);

    /// <summary>Receives the payer back from a channel.</summary>
    [Function("ReturnFromChannel")]
    public Task<IResult> ReturnAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", "post",
            Route = "return/{channel}/{transaction_id}")]
        HttpRequest request, string channel, string transaction_id,
        CancellationToken cancellation)
        => call.ReturnAsync(request, channel, transaction_id, cancellation);

    /// <summary>Serves what pages load.</summary>
    [Function("CashierAsset")]
    public IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{file}")]
        HttpRequest request, string file)
        => CashierAssets.Get(request, file);
}
