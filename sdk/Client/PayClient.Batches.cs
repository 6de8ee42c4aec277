namespace PayFunctions.Sdk;

/// <content>Refunds and debits by the batch.</content>
public sealed partial class PayClient
{
    private const string RefundBatches = "/v1/refund-batches";
    private const string DebitBatches = "/v1/debit-batches";

    /// <summary>Has up to 10,000 refunds made, all or none; the same again gives the same answer.
    /// </summary>
    /// <param name="request">The refunds, and the number of the batch.</param>
    /// <param name="cancellation">Gives up; they may be made all the same.</param>
    /// <returns>
    /// The batch: it is checked as a whole before its first row moves, so ask again. Or a problem
    /// such as <c>BATCH_CONTENT_DIFFERS</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Rows are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<BatchResponse>> SendRefundBatchAsync(
        RefundBatchRequest request, CancellationToken cancellation = default)
        => PostAsync(
            RefundBatches, request.Write(), PayJson.Default.BatchResponse, cancellation);

    /// <summary>Asks how far a batch of refunds is.</summary>
    /// <param name="batchNo">The merchant's own number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The batch with what its rows came to, or a problem.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<BatchResponse>> QueryRefundBatchAsync(
        string batchNo, CancellationToken cancellation = default)
        => GetAsync(
            PathOf(RefundBatches, batchNo), PayJson.Default.BatchResponse, cancellation);

    /// <summary>Lists the rows of a batch of refunds.</summary>
    /// <param name="batchNo">The merchant's own number.</param>
    /// <param name="cursor">Where to go on; null for the first page.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A page of rows, or a problem.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number or cursor.</exception>
    public Task<PayResult<BatchRowsResponse>> ListRefundBatchAsync(
        string batchNo, string? cursor = null, CancellationToken cancellation = default)
        => GetAsync(
            RowsOf(RefundBatches, batchNo, cursor), PayJson.Default.BatchRowsResponse,
            cancellation);

    /// <summary>Has up to 10,000 debits made, all or none; the same again gives the same answer.
    /// </summary>
    /// <param name="request">The debits, and the number of the batch.</param>
    /// <param name="cancellation">Gives up; they may be made all the same.</param>
    /// <returns>
    /// The batch: it is checked as a whole before its first row moves, so ask again. Or a problem
    /// such as <c>BATCH_CONTENT_DIFFERS</c>.
    /// </returns>
    /// <exception cref="PayRequestException">
    /// Rows are missing or invalid; every one is named and nothing was sent.
    /// </exception>
    public Task<PayResult<BatchResponse>> SendDebitBatchAsync(
        DebitBatchRequest request, CancellationToken cancellation = default)
        => PostAsync(
            DebitBatches, request.Write(), PayJson.Default.BatchResponse, cancellation);

    /// <summary>Asks how far a batch of debits is.</summary>
    /// <param name="batchNo">The merchant's own number.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The batch with what its rows came to, or a problem.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number.</exception>
    public Task<PayResult<BatchResponse>> QueryDebitBatchAsync(
        string batchNo, CancellationToken cancellation = default)
        => GetAsync(PathOf(DebitBatches, batchNo), PayJson.Default.BatchResponse, cancellation);

    /// <summary>Lists the rows of a batch of debits.</summary>
    /// <param name="batchNo">The merchant's own number.</param>
    /// <param name="cursor">Where to go on; null for the first page.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>A page of rows, or a problem.</returns>
    /// <exception cref="ArgumentException">It cannot be such a number or cursor.</exception>
    public Task<PayResult<BatchRowsResponse>> ListDebitBatchAsync(
        string batchNo, string? cursor = null, CancellationToken cancellation = default)
        => GetAsync(
            RowsOf(DebitBatches, batchNo, cursor), PayJson.Default.BatchRowsResponse,
            cancellation);

    private static string PathOf(string batches, string batchNo)
        => WireText.IsId(batchNo)
            ? $"{batches}/{batchNo}"
            : throw new ArgumentException(
                "A batch_no has 1 to 64 characters of A-Z a-z 0-9 _ -.", nameof(batchNo));

    private static string RowsOf(string batches, string batchNo, string? cursor)
        => $"{PathOf(batches, batchNo)}/rows" + (cursor is null ? ""
            : WireText.IsId(cursor) ? $"?cursor={cursor}"
            : throw new ArgumentException("A cursor is what a page gave.", nameof(cursor)));
}
