using Azure;
using Azure.Data.Tables;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>
/// Orders in Azure Tables, each with its notices and events in a partition of its own.
/// </summary>
internal sealed class OrderStore(TableServiceClient tables, DrawId drawId) : IOrderStore
{
    /// <summary>The most rows read of one order: the order, its notices and its events.</summary>
    public const int MaxRows = 1_000;

    private const int RowsInBatch = 100;
    private const int StatusNotFound = 404;

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
        var posted = new List<JournalEntry>();
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
            else if (row.RowKey.StartsWith(JournalRowStore.Prefix, StringComparison.Ordinal))
            {
                posted.Add(JournalRowStore.FromRow(row));
            }
        }

        return order is null ? null : new OrderFile(order, notices, posted);
    }

    /// <inheritdoc/>
    public async Task<StoredOrder?> CommitAsync(OrderMove move, CancellationToken cancellation)
    {
        var writeId = drawId();
        var row = OrderRowStore.ToRow(move.Next, writeId);
        var batch = new List<TableTransactionAction>
        {
            move.ReplacesETag is { } etag
                ? new(TableTransactionActionType.UpdateReplace, row, new ETag(etag))
                : new(TableTransactionActionType.Add, row),
            new(TableTransactionActionType.Add, OrderEntryRowStore.ToRow(move)),
        };
        if (move.Notice is { } notice)
        {
            batch.Add(new(
                TableTransactionActionType.Add, NoticeRowStore.ToRow(notice, writeId)));
        }

        if (move.Journal is { } entry)
        {
            batch.Add(new(TableTransactionActionType.Add, JournalRowStore.ToRow(entry)));
        }

        async Task<ETag?> WriteAsync()
        {
            var answers = await orders.SubmitTransactionAsync(batch, cancellation);
            return answers.Value[0].Headers.ETag;
        }

        return await WriteIdRowStore.RunAsync(orders, row, WriteAsync, cancellation) is { } written
            ? new StoredOrder(move.Next, written.ToString())
            : null;
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(
        Notice notice, string replacesETag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        var row = NoticeRowStore.ToRow(notice, drawId());
        return WriteIdRowStore.RunAsync(
            orders, row,
            () => SaveAsync(row, new ETag(replacesETag), journaled, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
    {
        foreach (var some in journaled.Chunk(RowsInBatch))
        {
            if (!await SubmitAsync([.. Removals(id, some)], cancellation))
            {
                await ForgetSinglyAsync(id, some, cancellation);
            }
        }
    }

    /// <summary>In one batch; where somebody else has forgotten a part of it, one by one: the
    /// record counts in any case.</summary>
    private async Task SaveAsync(
        TableEntity row, ETag etag, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        if (journaled.Count is > 0 and < RowsInBatch && await SubmitAsync(
            [
                new(TableTransactionActionType.UpdateReplace, row, etag),
                .. Removals(new OrderId(row.PartitionKey), journaled),
            ],
            cancellation))
        {
            return;
        }

        await orders.UpdateEntityAsync(row, etag, TableUpdateMode.Replace, cancellation);
        await ForgetAsync(new OrderId(row.PartitionKey), journaled, cancellation);
    }

    private async Task ForgetSinglyAsync(
        OrderId id, IReadOnlyList<JournalEntry> journaled, CancellationToken cancellation)
    {
        foreach (var removal in Removals(id, journaled))
        {
            await SubmitAsync([removal], cancellation);
        }
    }

    /// <summary>False when what is to be removed is not there: somebody else was quicker.
    /// </summary>
    private async Task<bool> SubmitAsync(
        List<TableTransactionAction> batch, CancellationToken cancellation)
    {
        try
        {
            await orders.SubmitTransactionAsync(batch, cancellation);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == StatusNotFound)
        {
            return false;
        }
    }

    private static IEnumerable<TableTransactionAction> Removals(
        OrderId id, IReadOnlyList<JournalEntry> journaled)
        => journaled.Select(entry => new TableTransactionAction(
            TableTransactionActionType.Delete,
            new TableEntity(id.Value, JournalRowStore.KeyOf(entry.Version)), ETag.All));

    private static StoredOrder Stored(TableEntity row)
        => new(OrderRowStore.FromRow(row), row.ETag.ToString());
}
