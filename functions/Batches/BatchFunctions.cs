using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>Refunds and debits by the thousand.</summary>
internal sealed class BatchFunctions(
    MerchantCall call, BatchCalls batches, BatchConsumer consumer)
{
    private const string Route = "v1/refund-batches";
    private const string DebitRoute = "v1/debit-batches";

    /// <summary>Takes a batch.</summary>
    [Function("CreateRefundBatch")]
    public Task<IResult> CreateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => batches.CreateAsync(BatchKind.Refund, c, request, t),
            cancellation, BatchCalls.MaxBytes);

    /// <summary>Shows a batch.</summary>
    [Function("ShowRefundBatch")]
    public Task<IResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{batch_no}")]
        HttpRequest request, string batch_no, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => batches.ShowAsync(BatchKind.Refund, c, batch_no, t), cancellation);

    /// <summary>Shows its rows.</summary>
    [Function("ListRefundBatchRows")]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{batch_no}/rows")]
        HttpRequest request, string batch_no, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => batches.ListAsync(BatchKind.Refund, c, batch_no, request.Query, t),
            cancellation);

    /// <summary>Takes a batch of debits.</summary>
    [Function("CreateDebitBatch")]
    public Task<IResult> CreateDebitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DebitRoute)]
        HttpRequest request, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => batches.CreateAsync(BatchKind.Debit, c, request, t),
            cancellation, BatchCalls.MaxBytes);

    /// <summary>Shows a batch of debits.</summary>
    [Function("ShowDebitBatch")]
    public Task<IResult> ShowDebitsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DebitRoute + "/{batch_no}")]
        HttpRequest request, string batch_no, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => batches.ShowAsync(BatchKind.Debit, c, batch_no, t), cancellation);

    /// <summary>Shows its rows.</summary>
    [Function("ListDebitBatchRows")]
    public Task<IResult> ListDebitsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = DebitRoute + "/{batch_no}/rows")]
        HttpRequest request, string batch_no, CancellationToken cancellation)
        => call.RunAsync(
            request,
            (c, t) => batches.ListAsync(BatchKind.Debit, c, batch_no, request.Query, t),
            cancellation);

    /// <summary>A batch goes on.</summary>
    [Function("FollowBatch")]
    public Task FollowAsync(
        [QueueTrigger(StorageNames.Batches)] QueueMessage message,
        CancellationToken cancellation)
        => consumer.RunAsync(BatchText.Read(message.Body), cancellation);
}
