using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Authorizations;

/// <summary>
/// Lets what is held go, whole or in part: the number is claimed, the release committed, and only
/// then sent, as a refund is.
/// </summary>
internal sealed class VoidHold(
    IOrderStore orders, IRefundNumberStore numbers, OrderCommit commit, CaptureQuestion captures,
    RefundQuestion question, RefundAnswer answer)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<RefundResult> RunAsync(
        Application application, OrderId id, RequestRelease wanted,
        CancellationToken cancellation)
    {
        if (await orders.FindAsync(id, cancellation) is not { Order.Terms.Hold: not null } stored
            || !string.Equals(
                stored.Order.AppId, application.AppId, StringComparison.Ordinal))
        {
            return new RefundRefused(OrderRefusal.OrderNotFound);
        }

        // A release that cannot be uses up no number: it may be meant for another order.
        if (CaptureRules.WhyNot(stored.Order, wanted) is { } why)
        {
            return new RefundRefused(why);
        }

        if (stored.Order.FindRefund(wanted.OutRequestNo) is { } known)
        {
            return new RefundKnown(stored.Order, known, IsNew: false);
        }

        if (!CanRelease(stored.Order, wanted))
        {
            return new RefundUnsupported();
        }

        if (await numbers.ClaimAsync(
            application.AppId, wanted.OutRequestNo, id, cancellation) != id)
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

    /// <summary>Some channels only let all go at once.</summary>
    private bool CanRelease(Order hold, RequestRelease wanted)
        => captures.KindOf(hold) is { } kind
            && (!kind.EndsAtOnce || wanted.Total is not { } part || part == hold.Terms.Total);

    private async Task<RefundKnown> SendAsync(
        Order hold, Refund release, CancellationToken cancellation)
    {
        var said = await question.SendAsync(hold, release, cancellation);
        if (said is UndecidedRefund)
        {
            // Its first question is due soon in any case.
            return new RefundKnown(hold, release, IsNew: true);
        }

        var next = await answer.ApplyAsync(hold.Id, null, release, said, cancellation) switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => hold,
        };
        return new RefundKnown(next, next.FindRefund(release.Number)!, IsNew: true);
    }
}
