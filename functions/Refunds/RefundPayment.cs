using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Refunds;

/// <summary>
/// Refunds a payment, whole or in part: the refund is begun, and only then sent. What the channel
/// says at once is in the answer; else it is asked about until it is known.
/// </summary>
internal sealed class RefundPayment(BeginRefund begin, SendRefund send)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<RefundResult> RunAsync(
        Application application, OrderId id, RequestRefund wanted,
        CancellationToken cancellation)
        => await begin.RunAsync(application, id, wanted, filingOf: null, cancellation) switch
        {
            RefundBegun begun => await send.RunAsync(begun, cancellation),
            var other => other,
        };
}
