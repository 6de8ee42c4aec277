using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;

namespace PayFunctions.Agreements;

/// <summary>Payers agree to debits; merchants debit them, and end agreements.</summary>
internal sealed class AgreementFunctions(
    MerchantCall call, AgreementCalls agreements, DebitCalls debits)
{
    /// <summary>Creates an agreement for a payer to sign, or repeats the equal one's answer.
    /// </summary>
    [Function("CreateAgreement")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/agreements")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => agreements.CreateAsync(c, request.ContentType, t), cancellation);

    /// <summary>Finds an agreement by the merchant's number.</summary>
    [Function("FindAgreement")]
    public Task<IResult> FindAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/agreements")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => agreements.QueryByNumberAsync(c, request.Query, t), cancellation);

    /// <summary>Finds an agreement by ours.</summary>
    [Function("QueryAgreement")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "v1/agreements/{agreement_id}")]
        HttpRequest request, string agreement_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => agreements.QueryAsync(c, agreement_id, t), cancellation);

    /// <summary>Ends an agreement.</summary>
    [Function("UnsignAgreement")]
    public Task<IResult> UnsignAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "v1/agreements/{agreement_id}/unsign")]
        HttpRequest request, string agreement_id, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => agreements.UnsignAsync(c, agreement_id, request.ContentType, t),
            cancellation);

    /// <summary>Takes money under an agreement, or repeats the equal debit's answer.</summary>
    [Function("DebitAgreement")]
    public Task<IResult> DebitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/debits")]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => debits.DebitAsync(c, request.ContentType, t), cancellation);
}
