using Azure;
using Azure.Data.Tables;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// Refund numbers in Azure Tables: one row each, its partition derived from application and number
/// as an order's is, so that both keys are one point read.
/// </summary>
internal sealed class RefundNumberStore(TableServiceClient tables) : IRefundNumberStore
{
    private const string RowKey = "refund";
    private const string OrderColumn = "TransactionId";
    private const int StatusConflict = 409;

    private readonly TableClient numbers = tables.GetTableClient(StorageNames.RefundNumbers);

    /// <inheritdoc/>
    public async Task<OrderId> ClaimAsync(
        string appId, string outRequestNo, OrderId order, CancellationToken cancellation)
    {
        try
        {
            await numbers.AddEntityAsync(
                new TableEntity(Key(appId, outRequestNo), RowKey)
                {
                    ["AppId"] = appId,
                    ["OutRequestNo"] = outRequestNo,
                    [OrderColumn] = order.Value,
                },
                cancellation);
            return order;
        }
        catch (RequestFailedException e) when (e.Status == StatusConflict)
        {
            // Claimed before, or this very write was repeated after its answer was lost.
            return await FindAsync(appId, outRequestNo, cancellation)
                ?? throw new InvalidDataException("A refund number vanished.", e);
        }
    }

    /// <inheritdoc/>
    public async Task<OrderId?> FindAsync(
        string appId, string outRequestNo, CancellationToken cancellation)
    {
        var row = await numbers.GetEntityIfExistsAsync<TableEntity>(
            Key(appId, outRequestNo), RowKey, [OrderColumn], cancellation);
        return row.HasValue ? new OrderId(row.Value!.GetString(OrderColumn)) : null;
    }

    private static string Key(string appId, string outRequestNo)
        => OrderId.Of(appId, outRequestNo).Value;
}
