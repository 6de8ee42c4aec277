using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Refunds;

/// <summary>
/// Begins a refund: its number is claimed and it is committed. Whoever began it sends it.
/// </summary>
internal sealed class BeginRefund(
    IOrderStore orders, IRefundNumberStore numbers, OrderCommit commit, RefundQuestion question)
{
    /// <summary>
    /// Runs for an application that has been authenticated. <paramref name="filingOf"/> says which
    /// batch a refund of an attempt goes with.
    /// </summary>
    public async Task<RefundResult> RunAsync(
        Application application, OrderId id, RequestRefund wanted,
        Func<Attempt, ValueTask<Filing?>>? filingOf, CancellationToken cancellation)
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

        var filed = filingOf is null
            ? wanted
            : wanted with
            {
                Filing = await filingOf(
                    stored.Order.FindAttempt(stored.Order.Payment!.Attempt)!),
            };
        var committed = await commit.CommitAsync(id, stored, filed, cancellation);
        return committed.Decision switch
        {
            Moved moved => new RefundBegun(
                committed.Stored!, moved.Order.FindRefund(wanted.OutRequestNo)!),
            Replayed same => new RefundKnown(
                same.Order, same.Order.FindRefund(wanted.OutRequestNo)!, IsNew: false),
            Refused refused => new RefundRefused(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }
}
