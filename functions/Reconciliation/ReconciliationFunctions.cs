using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>The channels' bills against our journals.</summary>
internal sealed class ReconciliationFunctions(
    PlanReconciliations plan, ReconcileConsumer consumer, ReconciliationCalls calls)
{
    private const string Route = "platform/reconciliations/{channel}/{account}/{date}";

    /// <summary>Plans the days that are over; every hour, since a bill may come late.</summary>
    [Function("PlanReconciliations")]
    public Task PlanAsync(
        [TimerTrigger("0 40 * * * *")] TimerInfo timer, CancellationToken cancellation)
        => plan.RunAsync(cancellation);

    /// <summary>A day is to be reconciled.</summary>
    [Function("Reconcile")]
    public Task ReconcileAsync(
        [QueueTrigger(StorageNames.Reconciliations)] QueueMessage message,
        CancellationToken cancellation)
        => consumer.RunAsync(ReconcileText.Read(message.Body), cancellation);

    /// <summary>Shows a day and its differences.</summary>
    [Function("ShowReconciliation")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = Route)]
        HttpRequest request, string channel, string account, string date,
        CancellationToken cancellation)
        => calls.ShowAsync(request, channel, account, date, cancellation);

    /// <summary>Has a day reconciled, again if it was.</summary>
    [Function("StartReconciliation")]
    public Task<IResult> StartAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)]
        HttpRequest request, string channel, string account, string date,
        CancellationToken cancellation)
        => calls.StartAsync(request, channel, account, date, cancellation);
}
