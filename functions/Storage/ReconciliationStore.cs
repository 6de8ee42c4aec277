using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>
/// Reconciled days in Azure Tables: a partition for an account's runs, one for each day's
/// differences, and one for what is carried between days.
/// </summary>
internal sealed class ReconciliationStore(TableServiceClient tables, DrawId drawId)
    : IReconciliationStore
{
    private const int RowsInBatch = 100;
    private const int MaxTries = 8;

    private readonly TableClient table = tables.GetTableClient(StorageNames.Reconciliations);

    /// <inheritdoc/>
    public async Task<ReconciliationRun?> FindAsync(
        string channel, string account, DateOnly day, CancellationToken cancellation)
        => await RowAsync(channel, account, day, cancellation) is { } row
            ? Run(channel, account, day, row)
            : null;

    /// <inheritdoc/>
    public async Task<ReconciliationRun?> ChangeAsync(
        string channel, string account, DateOnly day,
        Func<ReconciliationRun?, ReconciliationRun?> change, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var known = await RowAsync(channel, account, day, cancellation);
            if (change(known is null ? null : Run(channel, account, day, known)) is not { } next)
            {
                return null;
            }

            var row = ToRow(next);
            row[WriteIdRowStore.Column] = drawId();
            var verdict = await WriteIdRowStore.RunAsync(
                table, row,
                () => known is null
                    ? table.AddEntityAsync(row, cancellation)
                    : table.UpdateEntityAsync(
                        row, known.ETag, TableUpdateMode.Replace, cancellation),
                cancellation);
            if (verdict == CommitVerdict.Committed)
            {
                return next;
            }
        }

        throw new TimeoutException($"The run of {channel}/{account} is contended.");
    }

    private async Task<TableEntity?> RowAsync(
        string channel, string account, DateOnly day, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(channel, account), Text(day), null, cancellation);
        return row.HasValue ? row.Value : null;
    }

    private static TableEntity ToRow(ReconciliationRun run)
        => new(PartitionOf(run.Channel, run.Account), Text(run.Day))
        {
            ["State"] = run.State.ToString(),
            ["Reason"] = run.Reason ?? "",
            ["Tries"] = run.Tries,
            ["At"] = run.At,
            ["Rows"] = run.Rows,
            ["Matched"] = run.Matched,
            ["Open"] = run.Open,
            ["BookedFen"] = run.BookedFen,
            ["BookedChangeFen"] = run.BookedChangeFen,
            ["BookedAt"] = run.BookedAt,
            ["Bookings"] = run.Bookings,
            ["Pass"] = run.Pass,
            ["Progress"] = run.Progress is { } progress
                ? JsonSerializer.Serialize(progress, OrderRowJson.Default.RunProgress)
                : "",
        };

    /// <inheritdoc/>
    public Task AddAsync(
        ReconciliationRun run, IReadOnlyCollection<Difference> differences,
        CancellationToken cancellation)
        => UpsertAsync(
            differences.Select(difference => ToRow(PartitionOf(run), difference)), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Difference> ReadAsync(
        ReconciliationRun run, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partition = PartitionOf(run);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
            OrderStore.MaxRows, null, cancellation))
        {
            yield return FromRow(row);
        }
    }

    /// <inheritdoc/>
    public Task CarryAsync(
        ReconciliationRun run, IReadOnlyCollection<Carried> carried,
        CancellationToken cancellation)
        => UpsertAsync(
            carried.Select(half => new TableEntity(
                CarriedOf(run), half.Key.ToString())
            {
                ["Day"] = Text(half.Day),
                ["IsOurs"] = half.IsOurs,
                ["Fen"] = half.Fen,
                ["MetOn"] = half.MetOn is { } met ? Text(met) : "",
                ["IsRecovered"] = half.IsRecovered,
            }),
            cancellation);

    /// <inheritdoc/>
    public async Task<Carried?> FindCarriedAsync(
        ReconciliationRun run, BillKey key, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            CarriedOf(run), key.ToString(), null, cancellation);
        return row.HasValue
            ? new Carried(
                key,
                Day(row.Value!.GetString("Day")),
                row.Value.GetBoolean("IsOurs") ?? false,
                row.Value.GetInt64("Fen") ?? 0,
                row.Value.GetString("MetOn") is { Length: > 0 } met ? Day(met) : null,
                row.Value.GetBoolean("IsRecovered") ?? false)
            : null;
    }

    private static ReconciliationRun Run(
        string channel, string account, DateOnly day, TableEntity row) => new()
        {
            Channel = channel,
            Account = account,
            Day = day,
            State = Enum.Parse<RunState>(row.GetString("State")),
            Reason = row.GetString("Reason") is { Length: > 0 } reason ? reason : null,
            Tries = row.GetInt32("Tries") ?? 0,
            At = row.GetDateTimeOffset("At") ?? default,
            Rows = row.GetInt64("Rows") ?? 0,
            Matched = row.GetInt64("Matched") ?? 0,
            Open = row.GetInt64("Open") ?? 0,
            BookedFen = row.GetInt64("BookedFen") ?? 0,
            BookedChangeFen = row.GetInt64("BookedChangeFen") ?? 0,
            BookedAt = row.GetDateTimeOffset("BookedAt"),
            Bookings = row.GetInt32("Bookings") ?? 0,
            Pass = row.GetInt32("Pass") ?? 0,
            Progress = row.GetString("Progress") is { Length: > 0 } progress
                ? JsonSerializer.Deserialize(progress, OrderRowJson.Default.RunProgress)
                : null,
        };

    /// <summary>A difference is named by its kind and its number: found again, it is the same.
    /// </summary>
    private static TableEntity ToRow(string partition, Difference difference)
    {
        var row = new TableEntity(partition, NameOf(difference))
        {
            ["Kind"] = difference.Kind.ToString(),
            ["Number"] = difference.Number,
            ["IsRefund"] = difference.IsRefund,
            ["ChannelTradeNo"] = difference.ChannelTradeNo ?? "",
            ["Detail"] = difference.Detail,
            ["IsCleared"] = difference.IsCleared,
        };
        if (difference.OurFen is { } ours)
        {
            row["OurFen"] = ours;
        }

        if (difference.TheirFen is { } theirs)
        {
            row["TheirFen"] = theirs;
        }

        return row;
    }

    private static Difference FromRow(TableEntity row) => new(
        Enum.Parse<DifferenceKind>(row.GetString("Kind")),
        row.GetString("Number"),
        row.GetBoolean("IsRefund") ?? false,
        row.GetInt64("OurFen"),
        row.GetInt64("TheirFen"),
        row.GetString("ChannelTradeNo") is { Length: > 0 } trade ? trade : null,
        row.GetString("Detail"),
        row.GetBoolean("IsCleared") ?? false);

    private static string NameOf(Difference difference)
        => $"{difference.Kind}:" + Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes($"{difference.IsRefund}\n{difference.Number}")));

    private static string PartitionOf(string channel, string account) => $"{channel}:{account}";

    private static string PartitionOf(ReconciliationRun run)
        => $"{PartitionOf(run.Channel, run.Account)}:{Text(run.Day)}";

    private static string CarriedOf(ReconciliationRun run)
        => $"{PartitionOf(run.Channel, run.Account)}:carried";

    private static DateOnly Day(string text)
        => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day)
        => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Each name once: a batch with one twice is refused whole.</summary>
    private async Task UpsertAsync(
        IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var chunk in rows
            .DistinctBy(static row => row.RowKey, StringComparer.Ordinal).Chunk(RowsInBatch))
        {
            await table.SubmitTransactionAsync(
                chunk.Select(static row => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace, row)),
                cancellation);
        }
    }
}
