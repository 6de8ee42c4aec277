using Azure.Data.Tables;
using PayFunctions.Batches;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

public sealed class TableBatchStoreTests(AzuriteFixture azurite)
{
    private static int names;

    private readonly Batch batch = new()
    {
        Kind = BatchKind.Debit,
        AppId = "shop",
        BatchNo = $"batch-{Interlocked.Increment(ref names)}",
        Digest = new string('a', 64),
        CreatedAt = An.Noon.AddTicks(1),
        Rows = 60,
        TotalFen = 600,
        State = BatchState.Refused,
        NextChunk = 2,
        Looks = 3,
        WrongRow = 4,
        WrongCode = "ORDER_NOT_FOUND",
    };

    [Fact]
    public async Task A_batch_comes_back_whole_and_is_replaced_only_from_the_version_read()
    {
        var store = await OpenAsync();

        var added = await store.AddAsync(batch, default);
        var twice = await store.AddAsync(batch, default);
        var stored = (await store.FindAsync(
            batch.Kind, batch.AppId, batch.BatchNo, default))!;
        var changed = stored with { Batch = batch with { WrongRow = null, WrongCode = null } };

        (added, twice).ShouldBe((CommitVerdict.Committed, CommitVerdict.RaceLost));
        stored.Batch.ShouldBe(batch);
        (await store.SaveAsync(changed, default)).ShouldBe(CommitVerdict.Committed);
        (await store.SaveAsync(changed, default)).ShouldBe(CommitVerdict.RaceLost);
        (await store.FindAsync(
            batch.Kind, batch.AppId, batch.BatchNo, default))!.Batch
            .ShouldBe(changed.Batch);
        (await store.FindAsync(batch.Kind, "other", batch.BatchNo, default)).ShouldBeNull();
        (await store.FindAsync(BatchKind.Refund, batch.AppId, batch.BatchNo, default))
            .ShouldBeNull();
    }

    [Fact]
    public async Task Rows_come_back_in_order_from_any_chunk()
    {
        var store = await OpenAsync();
        BatchRow[] rows =
        [
            .. Enumerable.Range(1, batch.Rows).Select(static i => new BatchRow(
                i, An.Order().Id.Value, $"R-{i}", i, new string('茶', 80),
                i % 2 == 0 ? RowOutcome.Refused : null, i % 2 == 0 ? "WHY" : null)
            {
                BeforeFen = i,
                Before = i - 1,
            }),
        ];
        foreach (var (chunk, part) in rows.Chunk(Batch.RowsInChunk).Index())
        {
            await store.WriteAsync(batch, chunk, part, default);
        }

        (await store.ReadFromAsync(batch, 0, default).ToListAsync()).ShouldBe(rows);
        (await store.ReadFromAsync(batch, 2, default).ToListAsync()).ShouldBe(rows[50..]);
        (await store.ReadAsync(batch, 1, default)).ShouldBe(rows[25..50]);
        (await store.ReadFromAsync(batch with { Digest = new string('b', 64) }, 0, default)
            .ToListAsync()).ShouldBeEmpty();
    }

    private async Task<BatchStore> OpenAsync()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.Batches).CreateIfNotExistsAsync();
        var writes = 0;
        return new BatchStore(tables, () => $"{batch.BatchNo}-{++writes}");
    }
}
