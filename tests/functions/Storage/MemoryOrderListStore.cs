using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Lists of orders in memory.</summary>
internal sealed class MemoryOrderListStore : IOrderListStore
{
    private readonly ConcurrentDictionary<(string AppId, OrderListing Listing), bool> rows = [];

    /// <inheritdoc/>
    public Task AddAsync(OrderListing listing, string appId, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        rows[(appId, listing)] = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<OrderListing> ReadAsync(
        string appId, DateOnly day, OrderListing? after,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Yield();
        var listings = rows.Keys
            .Where(row => string.Equals(row.AppId, appId, StringComparison.Ordinal)
                && BeijingDay.Of(row.Listing.CreatedAt) == day
                && (after is not { } last || Compare(row.Listing, last) > 0))
            .Select(static row => row.Listing)
            .ToList();
        listings.Sort(Compare);
        foreach (var listing in listings)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return listing;
        }
    }

    private static int Compare(OrderListing one, OrderListing other)
        => one.CreatedAt.CompareTo(other.CreatedAt) is not 0 and var order
            ? order
            : string.CompareOrdinal(one.Id.Value, other.Id.Value);
}
