using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.MerchantApi;

/// <summary>Payments, server to server.</summary>
internal sealed class PaymentFunctions(
    MerchantCall call, PaymentCalls payments, ListingCalls listing, BarcodeCalls barcodes)
{
    /// <summary>Creates an order, or repeats the answer of the equal one.</summary>
    [Function("CreatePayment")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/payments")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => payments.CreateAsync(c, request.ContentType, t), cancellation);

    /// <summary>Finds an order by the merchant's number, or lists orders by time.</summary>
    [Function("FindPayments")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/payments")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => ListingCalls.IsListing(request.Query)
                ? listing.ListAsync(c, request.Query, t)
                : payments.QueryByNumberAsync(c, request.Query, t),
            cancellation);

    /// <summary>Finds an order by ours.</summary>
    [Function("QueryPayment")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "v1/payments/{transaction_id}")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => payments.QueryAsync(c, transaction_id, t), cancellation);

    /// <summary>Closes an unpaid order.</summary>
    [Function("ClosePayment")]
    public Task<IResult> CloseAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "v1/payments/{transaction_id}/close")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => payments.CloseAsync(c, transaction_id, request.ContentType, t),
            cancellation);

    /// <summary>Cancels an undecided order.</summary>
    [Function("CancelPayment")]
    public Task<IResult> CancelAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "v1/payments/{transaction_id}/cancel")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => payments.CancelAsync(c, transaction_id, request.ContentType, t),
            cancellation);

    /// <summary>Charges the code that a payer shows.</summary>
    [Function("ChargeBarcode")]
    public Task<IResult> ChargeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/payments/barcode")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => barcodes.ChargeAsync(c, request.ContentType, t), cancellation);
}
