using PayFunctions.Channels;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;

namespace PayFunctions.KCodes;

/// <summary>
/// Has the bank send another code for a payment that was begun. It is committed before the bank is
/// asked, and the bank is asked once for a request number.
/// </summary>
internal sealed class ResendKCode(
    QueryPayment query, OrderCommit commit, ChannelRouter channels, KCodeAnswer answer)
{
    /// <summary>The order afterwards, or why no code is sent.</summary>
    public async Task<KCodeResult> RunAsync(
        Application application, OrderId id, string outRequestNo, CancellationToken cancellation)
    {
        if (await query.FindAsync(application, id, cancellation) is not { } stored)
        {
            return new KCodeForbidden(OrderRefusal.OrderNotFound);
        }

        var decision = await commit.ApplyAsync(
            id, stored, new RepeatKCode(outRequestNo), cancellation);
        return decision switch
        {
            Moved moved => await AskAsync(moved.Order, cancellation),
            Replayed replayed => new KCodeKnown(replayed.Order),
            Refused refused => new KCodeForbidden(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<KCodeResult> AskAsync(Order order, CancellationToken cancellation)
    {
        if (KCodeRules.FindOpen(order) is not { } attempt
            || channels.ForProduct<IKCodePayment>(attempt.Product) is not { } channel)
        {
            return new KCodeUnavailable();
        }

        var said = await channel.ResendCodeAsync(
            new KCodeRequest(order, attempt), cancellation);
        return await answer.ApplyAsync(order, attempt, said, isNew: false, cancellation);
    }
}
