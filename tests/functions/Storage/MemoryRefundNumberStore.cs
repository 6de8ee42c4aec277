using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Refund numbers in memory: the first claim stays.</summary>
internal sealed class MemoryRefundNumberStore : IRefundNumberStore
{
    private readonly Lock door = new();
    private readonly Dictionary<(string, string), OrderId> rows = [];

    /// <summary>How often a number was claimed.</summary>
    public int Claims { get; private set; }

    /// <inheritdoc/>
    public Task<OrderId> ClaimAsync(
        string appId, string outRequestNo, OrderId order, CancellationToken cancellation)
    {
        lock (door)
        {
            Claims++;
            rows.TryAdd((appId, outRequestNo), order);
            return Task.FromResult(rows[(appId, outRequestNo)]);
        }
    }

    /// <inheritdoc/>
    public Task<OrderId?> FindAsync(
        string appId, string outRequestNo, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(
                rows.TryGetValue((appId, outRequestNo), out var id) ? id : (OrderId?)null);
        }
    }
}
