using PayFunctions.Channels;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;

namespace PayFunctions.KCodes;

/// <summary>
/// Pays with the code that the payer got. That it was entered is committed before the bank is
/// asked, and the bank is asked once for a request number: where its answer is lost the bank is
/// asked what became of the payment, and never to pay again. Code and payer go to the bank and
/// nowhere else.
/// </summary>
internal sealed class PayByKCode(
    QueryPayment query, OrderCommit commit, ChannelRouter channels, ChannelAnswer answer)
{
    /// <summary>The order afterwards, or why it is not paid.</summary>
    /// <param name="application">Who has been authenticated.</param>
    /// <param name="id">The order.</param>
    /// <param name="outRequestNo">The merchant's number of this request.</param>
    /// <param name="proof">What the payer entered.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<KCodeResult> RunAsync(
        Application application, OrderId id, string outRequestNo, KCodeProof proof,
        CancellationToken cancellation)
    {
        if (await query.FindAsync(application, id, cancellation) is not { } stored)
        {
            return new KCodeForbidden(OrderRefusal.OrderNotFound);
        }

        var decision = await commit.ApplyAsync(
            id, stored, new TryKCode(outRequestNo), cancellation);
        return decision switch
        {
            Moved moved => Say(
                await PayAsync(moved.Order, outRequestNo, proof, cancellation), outRequestNo),
            Replayed replayed => Say(replayed.Order, outRequestNo),
            Refused refused => new KCodeForbidden(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<Order> PayAsync(
        Order order, string outRequestNo, KCodeProof proof, CancellationToken cancellation)
    {
        var attempt = KCodeRules.FindTry(order, outRequestNo)!;
        var outcome = channels.ForProduct<IKCodePayment>(attempt.Product) is { } channel
            ? await channel.PayAsync(new KCodeRequest(order, attempt), proof, cancellation)
            : new Unknown("no such channel");
        var said = outcome is WrongCode
            ? new FailKCode(attempt.Number, outRequestNo)
            : ChannelQuestion.CommandOf(attempt, outcome);
        if (said is Undecided)
        {
            // Its first question is due in seconds in any case.
            return order;
        }

        return await answer.ApplyAsync(order.Id, attempt, said, cancellation) switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => order,
        };
    }

    /// <summary>What became of that request, the first time and again.</summary>
    private static KCodeResult Say(Order order, string outRequestNo)
        => KCodeRules.FindTry(order, outRequestNo) is { State: not AttemptState.Succeeded } attempt
            && attempt.KCode!.Tries.Any(t => t.State != KCodeTryState.Open
                && string.Equals(t.OutRequestNo, outRequestNo, StringComparison.Ordinal))
                ? KCodeRules.TriesLeft(order) == 0
                    ? new KCodeForbidden(OrderRefusal.KCodeTriesExhausted)
                    : new KCodeNotTaken()
                : new KCodeKnown(order);
}
