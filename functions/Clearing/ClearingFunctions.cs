using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;

namespace PayFunctions.Clearing;

/// <summary>What merchants are owed.</summary>
internal sealed class ClearingFunctions(CloseDays close, ClearingCalls calls, MerchantCall call)
{
    private const string Route = "platform/applications/{app_id}/clearings/{date}";

    /// <summary>Calculates the days that are closed; every hour, since a run may be cut off.
    /// </summary>
    [Function("CloseDays")]
    public Task CloseAsync(
        [TimerTrigger("0 10 * * * *")] TimerInfo timer, CancellationToken cancellation)
        => close.RunAsync(cancellation);

    /// <summary>A merchant's own day.</summary>
    [Function("ShowOwnClearing")]
    public Task<IResult> ShowOwnAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/clearings/{date}")]
        HttpRequest request, string date, CancellationToken cancellation)
        => call.RunAsync(request, (c, t) => calls.ShowOwnAsync(c, date, t), cancellation);

    /// <summary>A day of an application.</summary>
    [Function("ShowClearing")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)]
        HttpRequest request, string app_id, string date, CancellationToken cancellation)
        => calls.ShowAsync(request, app_id, date, cancellation);

    /// <summary>The operator found a day right.</summary>
    [Function("ConfirmClearing")]
    public Task<IResult> ConfirmAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/confirm")]
        HttpRequest request, string app_id, string date, CancellationToken cancellation)
        => calls.ConfirmAsync(request, app_id, date, cancellation);

    /// <summary>The operator paid a day out.</summary>
    [Function("PayClearing")]
    public Task<IResult> PayAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route + "/payout")]
        HttpRequest request, string app_id, string date, CancellationToken cancellation)
        => calls.PayAsync(request, app_id, date, cancellation);

    /// <summary>The payout file of a day.</summary>
    [Function("ListClearings")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "platform/clearings/{date}")]
        HttpRequest request, string date, CancellationToken cancellation)
        => calls.ListAsync(request, date, cancellation);

    /// <summary>The books of a day.</summary>
    [Function("ShowTrialBalance")]
    public Task<IResult> ShowBooksAsync(
        [HttpTrigger(
            AuthorizationLevel.Function, "get", Route = "platform/trial-balances/{date}")]
        HttpRequest request, string date, CancellationToken cancellation)
        => calls.ShowBooksAsync(request, date, cancellation);
}
