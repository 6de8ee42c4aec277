using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;

namespace PayFunctions.Payments;

/// <summary>
/// Creates an order, or finds the equal one that was created before. The first write is tried
/// without a read: most numbers are new.
/// </summary>
internal sealed class CreatePayment(OrderCommit commit)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<OrderDecision> RunAsync(
        Application application, string outTradeNo, PaymentTerms terms,
        CancellationToken cancellation)
        => (await CommitAsync(application, outTradeNo, terms, cancellation)).Decision;

    /// <summary>The same, for whoever goes on with the order.</summary>
    public Task<Committed> CommitAsync(
        Application application, string outTradeNo, PaymentTerms terms,
        CancellationToken cancellation)
        => commit.CommitAsync(
            OrderId.Of(application.AppId, outTradeNo),
            known: null,
            new Create(application.AppId, outTradeNo, terms, application.LateSuccess),
            cancellation);
}
