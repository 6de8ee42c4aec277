using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Refund numbers behind the seam.</summary>
internal sealed class SeamedRefundNumberStore(IRefundNumberStore inner, Seam seam)
    : IRefundNumberStore
{
    /// <inheritdoc/>
    public Task<OrderId> ClaimAsync(
        string appId, string outRequestNo, OrderId order, CancellationToken cancellation)
        => seam.CrossAsync(
            "numbers.claim", () => inner.ClaimAsync(appId, outRequestNo, order, cancellation));

    /// <inheritdoc/>
    public Task<OrderId?> FindAsync(
        string appId, string outRequestNo, CancellationToken cancellation)
        => seam.CrossAsync(
            "numbers.find", () => inner.FindAsync(appId, outRequestNo, cancellation));
}
