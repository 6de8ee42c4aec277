using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>The list in Azure Tables: a partition for each application and day.</summary>
internal sealed class OrderListStore(TableServiceClient tables) : IOrderListStore
{
    /// <summary>Rows read at once.</summary>
    public const int PageSize = 200;

    private const int TicksDigits = 19;

    private readonly TableClient journal = tables.GetTableClient(StorageNames.Journal);

    /// <inheritdoc/>
    public Task AddAsync(OrderListing listing, string appId, CancellationToken cancellation)
        => journal.UpsertEntityAsync(
            new TableEntity(
                PartitionOf(appId, BeijingDay.Of(listing.CreatedAt)), KeyOf(listing)),
            TableUpdateMode.Replace, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<OrderListing> ReadAsync(
        string appId, DateOnly day, OrderListing? after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var partition = PartitionOf(appId, day);
        var from = after is { } last ? KeyOf(last) : "";
        var rows = journal.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(
                $"PartitionKey eq {partition} and RowKey gt {from}"),
            PageSize, ["RowKey"], cancellation);
        await foreach (var row in rows)
        {
            yield return new OrderListing(
                new DateTimeOffset(
                    long.Parse(row.RowKey.AsSpan(0, TicksDigits), CultureInfo.InvariantCulture),
                    TimeSpan.Zero),
                new OrderId(row.RowKey[(TicksDigits + 1)..]));
        }
    }

    private static string PartitionOf(string appId, DateOnly day)
        => $"list:{appId}:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    private static string KeyOf(OrderListing listing)
        => string.Create(
            CultureInfo.InvariantCulture, $"{listing.CreatedAt.UtcTicks:D19}:{listing.Id}");
}
