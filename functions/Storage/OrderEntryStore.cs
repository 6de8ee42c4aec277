using Azure.Data.Tables;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>The moves of orders in Azure Tables; <see cref="OrderStore"/> writes them.</summary>
internal sealed class OrderEntryStore(TableServiceClient tables) : IOrderEntryStore
{
    private readonly TableClient orders = tables.GetTableClient(StorageNames.Orders);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OrderEntry>> FindAsync(
        OrderId id, CancellationToken cancellation)
    {
        const string from = OrderEntryRowStore.Prefix;
        const string to = OrderEntryRowStore.End;
        var entries = new List<OrderEntry>();
        var rows = orders.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {id.Value} and RowKey ge {from} and RowKey lt {to}"),
            OrderStore.MaxRows, null, cancellation);
        await foreach (var row in rows)
        {
            entries.Add(OrderEntryRowStore.FromRow(row));
        }

        return entries;
    }
}
