using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>
/// Refunds a payment, whole or in part: the number is claimed, the refund committed, and only then
/// sent. What the channel says at once is in the answer; else it is asked about until it is known.
/// </summary>
internal sealed class RefundPayment(
    IOrderStore orders, IRefundNumberStore numbers, OrderCommit commit, RefundQuestion question,
    RefundAnswer answer)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<RefundResult> RunAsync(
        Application application, OrderId id, RequestRefund wanted,
        CancellationToken cancellation)
    {
        if (await orders.FindAsync(id, cancellation)
                is not { Order.Terms.Kind: OrderKind.Payment } stored
            || !string.Equals(
                stored.Order.AppId, application.AppId, StringComparison.Ordinal))
        {
            return new RefundRefused(OrderRefusal.OrderNotFound);
        }

        if (stored.Order is { Payment.Attempt: var paid }
            && stored.Order.FindAttempt(paid) is { } attempt && !question.CanRefund(attempt))
        {
            return new RefundUnsupported();
        }

        // A refund that cannot be uses up no number: it may be meant for another order.
        if (RefundRules.WhyNot(stored.Order, wanted) is { } why)
        {
            return new RefundRefused(why);
        }

        if (stored.Order.FindRefund(wanted.OutRequestNo) is { } known)
        {
            return new RefundKnown(stored.Order, known, IsNew: false);
        }

        var owner = await numbers.ClaimAsync(
            application.AppId, wanted.OutRequestNo, id, cancellation);
        if (owner != id)
        {
            return new RefundRefused(OrderRefusal.RefundContentDiffers);
        }

        return await commit.ApplyAsync(id, stored, wanted, cancellation) switch
        {
            Moved moved => await SendAsync(
                moved.Order, moved.Order.FindRefund(wanted.OutRequestNo)!, cancellation),
            Replayed same => new RefundKnown(
                same.Order, same.Order.FindRefund(wanted.OutRequestNo)!, IsNew: false),
            Refused refused => new RefundRefused(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<RefundKnown> SendAsync(
        Order order, Refund refund, CancellationToken cancellation)
    {
        var said = await question.SendAsync(order, refund, cancellation);
        if (said is UndecidedRefund)
        {
            // Its first question is due soon in any case.
            return new RefundKnown(order, refund, IsNew: true);
        }

        var decision = await answer.ApplyAsync(order.Id, null, refund, said, cancellation);
        var next = decision switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => order,
        };
        return new RefundKnown(next, next.FindRefund(refund.Number)!, IsNew: true);
    }
}
