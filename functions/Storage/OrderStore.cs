using Azure;
using Azure.Data.Tables;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// Orders in Azure Tables. A conditional write whose answer was lost can be refused when the client
/// repeats it although it had succeeded: each write carries an id, and a refused one is read back
/// before it is called a lost race.
/// </summary>
internal sealed class OrderStore(TableServiceClient tables, DrawId drawId) : IOrderStore
{
    /// <summary>The most rows read of one order: the order, its notices and its events.</summary>
    public const int MaxRows = 1_000;

    private const int StatusConflict = 409;
    private const int StatusPreconditionFailed = 412;

    private readonly TableClient orders = tables.GetTableClient(StorageNames.Orders);

    /// <inheritdoc/>
    public async Task<StoredOrder?> FindAsync(OrderId id, CancellationToken cancellation)
    {
        var row = await orders.GetEntityIfExistsAsync<TableEntity>(
            id.Value, OrderRowStore.RowKey, null, cancellation);
        return row.HasValue ? Stored(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<OrderFile?> FindFileAsync(OrderId id, CancellationToken cancellation)
    {
        StoredOrder? order = null;
        var notices = new List<StoredNotice>();
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.Value} and RowKey ge {NoticeRowStore.Prefix}");
        var rows = orders.QueryAsync<TableEntity>(filter, MaxRows, null, cancellation);
        await foreach (var row in rows)
        {
            if (string.Equals(row.RowKey, OrderRowStore.RowKey, StringComparison.Ordinal))
            {
                order = Stored(row);
            }
            else if (row.RowKey.StartsWith(NoticeRowStore.Prefix, StringComparison.Ordinal))
            {
                notices.Add(new StoredNotice(
                    NoticeRowStore.FromRow(row), row.ETag.ToString()));
            }
        }

        return order is null ? null : new OrderFile(order, notices);
    }

    /// <inheritdoc/>
    public async Task<CommitVerdict> CommitAsync(OrderMove move, CancellationToken cancellation)
    {
        var writeId = drawId();
        var row = OrderRowStore.ToRow(move.Next, writeId);
        var batch = new List<TableTransactionAction>
        {
            move.ReplacesETag is { } etag
                ? new(TableTransactionActionType.UpdateReplace, row, new ETag(etag))
                : new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, OrderRowStore.EventRow(move)),
        };
        if (move.Notice is { } notice)
        {
            batch.Add(new(
                TableTransactionActionType.Add, NoticeRowStore.ToRow(notice, writeId)));
        }

        try
        {
            await orders.SubmitTransactionAsync(batch, cancellation);
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e)
            when (e.Status is StatusConflict or StatusPreconditionFailed)
        {
            return await VerdictOfAsync(row, writeId, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, CancellationToken cancellation)
    {
        var writeId = drawId();
        var row = NoticeRowStore.ToRow(notice, writeId);
        try
        {
            await orders.UpdateEntityAsync(
                row, new ETag(replacesETag), TableUpdateMode.Replace, cancellation);
            return CommitVerdict.Committed;
        }
        catch (RequestFailedException e) when (e.Status == StatusPreconditionFailed)
        {
            return await VerdictOfAsync(row, writeId, cancellation);
        }
    }

    /// <summary>Whose write is there now: ours under another answer, or somebody else's.</summary>
    private async Task<CommitVerdict> VerdictOfAsync(
        TableEntity row, string writeId, CancellationToken cancellation)
    {
        var now = await orders.GetEntityIfExistsAsync<TableEntity>(
            row.PartitionKey, row.RowKey, ["WriteId"], cancellation);
        return now.HasValue
            && string.Equals(now.Value!.GetString("WriteId"), writeId, StringComparison.Ordinal)
                ? CommitVerdict.Committed
                : CommitVerdict.RaceLost;
    }

    private static StoredOrder Stored(TableEntity row)
        => new(OrderRowStore.FromRow(row), row.ETag.ToString());
}
