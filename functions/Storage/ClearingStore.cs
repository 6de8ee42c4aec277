using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Clearing;
using PayFunctions.Statements;

namespace PayFunctions.Storage;

/// <summary>
/// Closed days in Azure Tables: a partition for each application. The row key counts the days down,
/// so that the latest come first.
/// </summary>
internal sealed class ClearingStore(TableServiceClient tables, DrawId drawId) : IClearingStore
{
    private const string House = "house";

    private readonly TableClient table = tables.GetTableClient(StorageNames.Clearings);

    /// <inheritdoc/>
    public async Task<StoredClearing?> FindAsync(
        string appId, DateOnly day, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(
            PartitionOf(appId), KeyOf(day), null, cancellation);
        return row.HasValue ? Stored(row.Value!) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredClearing>> LatestAsync(
        string appId, int days, CancellationToken cancellation)
    {
        var partition = PartitionOf(appId);
        var found = new List<StoredClearing>();
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {partition}"),
            days, null, cancellation))
        {
            found.Add(Stored(row));
            if (found.Count == days)
            {
                break;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> AddAsync(
        DayClearing added, IReadOnlyList<StoredClearing> changed,
        CancellationToken cancellation)
    {
        var writeId = drawId();
        var row = ToRow(added, writeId);
        TableTransactionAction[] batch =
        [
            new(TableTransactionActionType.Add, row),
            .. changed.Select(stored => new TableTransactionAction(
                TableTransactionActionType.UpdateReplace, ToRow(stored.Clearing, writeId),
                new ETag(stored.ETag))),
        ];
        return WriteIdRowStore.RunAsync(
            table, row, () => table.SubmitTransactionAsync(batch, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<CommitVerdict> SaveAsync(StoredClearing changed, CancellationToken cancellation)
    {
        var row = ToRow(changed.Clearing, drawId());
        return WriteIdRowStore.RunAsync(
            table, row,
            () => table.UpdateEntityAsync(
                row, new ETag(changed.ETag), TableUpdateMode.Replace, cancellation),
            cancellation);
    }

    private static TableEntity ToRow(DayClearing clearing, string writeId)
    {
        var row = new TableEntity(PartitionOf(clearing.AppId), KeyOf(clearing.Day))
        {
            ["AppId"] = clearing.AppId,
            ["Day"] = Text(clearing.Day),
            ["Payments"] = clearing.Sums.Payments,
            ["PaymentFen"] = clearing.Sums.PaymentFen,
            ["Refunds"] = clearing.Sums.Refunds,
            ["RefundFen"] = clearing.Sums.RefundFen,
            ["FeeFen"] = clearing.Sums.FeeFen,
            ["LateFen"] = clearing.LateFen,
            ["CarriedInFen"] = clearing.CarriedInFen,
            ["PayoutFen"] = clearing.PayoutFen,
            ["CarriedOutFen"] = clearing.CarriedOutFen,
            ["DueOn"] = Text(clearing.DueOn),
            ["State"] = clearing.State.ToString(),
            ["PayoutNo"] = clearing.PayoutNo ?? "",
            ["CountedNetFen"] = clearing.CountedNetFen,
            ["Counted"] = Write(clearing.Counted),
            ["Balances"] = Write(clearing.Balances),
            ["IsBooked"] = clearing.IsBooked,
            [WriteIdRowStore.Column] = writeId,
        };
        if (clearing.PaidAt is { } at)
        {
            row["PaidAt"] = at;
        }

        return row;
    }

    private static StoredClearing Stored(TableEntity row) => new(
        new DayClearing
        {
            AppId = row.GetString("AppId"),
            Day = Day(row.GetString("Day")),
            Sums = new StatementSums(
                row.GetInt64("Payments") ?? 0, row.GetInt64("PaymentFen") ?? 0,
                row.GetInt64("Refunds") ?? 0, row.GetInt64("RefundFen") ?? 0,
                row.GetInt64("FeeFen") ?? 0),
            LateFen = row.GetInt64("LateFen") ?? 0,
            CarriedInFen = row.GetInt64("CarriedInFen") ?? 0,
            PayoutFen = row.GetInt64("PayoutFen") ?? 0,
            CarriedOutFen = row.GetInt64("CarriedOutFen") ?? 0,
            DueOn = Day(row.GetString("DueOn")),
            State = Enum.Parse<ClearingState>(row.GetString("State")),
            PayoutNo = row.GetString("PayoutNo") is { Length: > 0 } number ? number : null,
            PaidAt = row.GetDateTimeOffset("PaidAt"),
            CountedNetFen = row.GetInt64("CountedNetFen") ?? 0,
            Counted = Read(row.GetString("Counted")),
            Balances = Read(row.GetString("Balances")),
            IsBooked = row.GetBoolean("IsBooked") ?? false,
        },
        row.ETag.ToString());

    private static string PartitionOf(string appId) => appId is "" ? House : $"app:{appId}";

    private static string KeyOf(DateOnly day)
        => (DateOnly.MaxValue.DayNumber - day.DayNumber).ToString(
            "D8", CultureInfo.InvariantCulture);

    private static string Text(DateOnly day)
        => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text)
        => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Write(ImmutableSortedDictionary<string, long> balances)
        => JsonSerializer.Serialize(
            balances, OrderRowJson.Default.ImmutableSortedDictionaryStringInt64);

    private static ImmutableSortedDictionary<string, long> Read(string text)
        => JsonSerializer.Deserialize(
            text, OrderRowJson.Default.ImmutableSortedDictionaryStringInt64)!
            .WithComparers(StringComparer.Ordinal);
}
