using System.Globalization;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>
/// Sheets in Azure Tables: a row each, in a partition for each day. A column holds 64 KiB, a row
/// 1 MiB.
/// </summary>
internal sealed class SheetStore(TableServiceClient tables) : ISheetStore
{
    private const int ColumnBytes = 60_000;
    private const int StatusConflict = 409;
    private const int RowsInBatch = 100;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Reconciliations);

    /// <inheritdoc/>
    public async Task<JournalSheet?> FindAsync(
        ReconciliationRun run, SheetName name, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(run), name.ToString(), null, cancellation);
        return row.HasValue ? FromRow(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<JournalSheet> AddAsync(
        ReconciliationRun run, SheetName name, JournalSheet sheet,
        CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(
                ToRow(PartitionOf(run), name.ToString(), sheet), cancellation);
            return sheet;
        }
        catch (RequestFailedException e) when (e.Status == StatusConflict)
        {
            return await FindAsync(run, name, cancellation) ?? sheet;
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(
        ReconciliationRun run, int pass, CancellationToken cancellation)
    {
        var (partition, end) = (PartitionOf(run), SheetName.PrefixOf(pass + 1));
        await foreach (var rows in table
            .QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter(
                    $"PartitionKey eq {partition} and RowKey lt {end}"),
                RowsInBatch, ["PartitionKey", "RowKey"], cancellation)
            .Chunk(RowsInBatch).WithCancellation(cancellation))
        {
            await table.SubmitTransactionAsync(
                rows.Select(static row => new TableTransactionAction(
                    TableTransactionActionType.Delete, row, ETag.All)),
                cancellation);
        }
    }

    private static TableEntity ToRow(string partition, string name, JournalSheet sheet)
    {
        var row = new TableEntity(partition, name)
        {
            ["After"] = sheet.After,
            ["Until"] = sheet.Until,
            ["IsLast"] = sheet.IsLast,
            ["Lines"] = sheet.Lines,
        };
        for (var number = 0; number * ColumnBytes < sheet.Packed.Length; number++)
        {
            var rest = sheet.Packed[(number * ColumnBytes)..];
            row[ColumnOf(number)] = rest[..Math.Min(ColumnBytes, rest.Length)].ToArray();
        }

        return row;
    }

    private static JournalSheet FromRow(TableEntity row)
    {
        using var packed = new MemoryStream();
        for (var number = 0; row.GetBinary(ColumnOf(number)) is { } bytes; number++)
        {
            packed.Write(bytes);
        }

        return new JournalSheet(
            row.GetString("After"), row.GetString("Until"), row.GetBoolean("IsLast") ?? false,
            row.GetInt32("Lines") ?? 0, packed.ToArray());
    }

    private static string ColumnOf(int number)
        => string.Create(CultureInfo.InvariantCulture, $"Packed{number:D2}");

    private static string PartitionOf(ReconciliationRun run)
        => string.Create(
            CultureInfo.InvariantCulture, $"{run.Channel}:{run.Account}:{run.Day:yyyyMMdd}:sheets");
}
