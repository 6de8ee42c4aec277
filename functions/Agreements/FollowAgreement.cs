using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>Does what is due between an agreement, its channel, and the payments under it.
/// </summary>
internal sealed class FollowAgreement(
    IOrderStore orders, OrderCommit commit, DebitQuestion debits, UnsignQuestion unsign,
    AgreementAnswer answer)
{
    /// <summary>Looks at the payment of a debit, and sends it where that was cut off.</summary>
    public async Task<OrderDecision> DebitAsync(
        StoredOrder agreement, Capture debit, CancellationToken cancellation)
    {
        var order = agreement.Order;
        var payment = (await orders.FindAsync(
            OrderId.Of(order.AppId, debit.OutTradeNo), cancellation))?.Order;
        if (payment is not null && DebitQuestion.IsUnsent(payment))
        {
            (payment, _) = await debits.SendAsync(payment, cancellation);
        }

        return await answer.ApplyAsync(
            agreement, DebitQuestion.CommandOf(debit.Number, payment), cancellation);
    }

    /// <summary>Ends it when its time is up, and tells the channel until it confirms.</summary>
    public async Task<OrderDecision> EndAsync(
        StoredOrder agreement, CancellationToken cancellation)
        => agreement.Order.End is null
            ? await commit.ApplyAsync(
                agreement.Order.Id, agreement, new ExpireAgreement(), cancellation)
            : await answer.ApplyAsync(
                agreement, await unsign.SendAsync(agreement.Order, cancellation), cancellation);

    /// <summary>Sends a debit whose call was cut off, or tells its agreement what became of it.
    /// </summary>
    public async Task TellAsync(Order payment, CancellationToken cancellation)
    {
        if (DebitQuestion.IsUnsent(payment))
        {
            (payment, _) = await debits.SendAsync(payment, cancellation);
        }

        await debits.TellAsync(payment, cancellation);
    }
}
