using PayFunctions.Channels;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.KCodes;

/// <summary>
/// Begins a payment with a card, and has the bank send the payer a code. The attempt is committed
/// before the bank is asked, and the bank is asked once for a request number: a repeated call sends
/// no second code. The card goes to the bank and nowhere else.
/// </summary>
internal sealed class SendKCode(
    IOrderStore orders, OrderCommit commit, ChannelRouter channels, ChooseAccount choose,
    KCodeAnswer answer, TimeProvider time)
{
    /// <summary>Creates the order, or finds it, and has a code sent unless that was done.
    /// </summary>
    /// <param name="application">Who has been authenticated.</param>
    /// <param name="outTradeNo">The merchant's number of the payment.</param>
    /// <param name="terms">What is sold; they name the product.</param>
    /// <param name="outRequestNo">The merchant's number of this request.</param>
    /// <param name="card">The card.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<KCodeResult> RunAsync(
        Application application, string outTradeNo, PaymentTerms terms, string outRequestNo,
        KCodeCard card, CancellationToken cancellation)
    {
        var id = OrderId.Of(application.AppId, outTradeNo);
        var product = terms.Product
            ?? throw new ArgumentException("The terms name no product.", nameof(terms));
        if (channels.ForProduct<IKCodePayment>(product) is not { } channel
            || await choose.RunAsync(application, channel, product, terms.Account, cancellation)
                is not { } account)
        {
            return await FindKnownAsync(id, terms, outRequestNo, cancellation)
                ?? new KCodeUnavailable();
        }

        var created = await commit.ApplyAsync(
            id, known: null,
            new Create(application.AppId, outTradeNo, terms, application.LateSuccess),
            cancellation);
        if (created is Refused why)
        {
            return new KCodeForbidden(why.Why);
        }

        var decision = await commit.ApplyAsync(
            id,
            new RequestKCode(
                outRequestNo, product, account,
                application.FeeAt(channel.Name, time.GetUtcNow())),
            cancellation);
        return decision switch
        {
            Moved moved => await AskAsync(
                channel, moved.Order, card, created is Moved, cancellation),
            Replayed replayed => Again(replayed.Order, outRequestNo),
            Refused refused => new KCodeForbidden(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<KCodeResult> AskAsync(
        IKCodePayment channel, Order order, KCodeCard card, bool isNew,
        CancellationToken cancellation)
    {
        var attempt = order.Attempts[^1];
        var said = await channel.SendCodeAsync(
            new KCodeRequest(order, attempt), card, cancellation);
        return await answer.ApplyAsync(order, attempt, said, isNew, cancellation);
    }

    /// <summary>A repeated call is told what it was told before.</summary>
    private static KCodeResult Again(Order order, string outRequestNo)
        => KCodeRules.FindRequest(order, outRequestNo)
            is { KCode.State: KCodeState.Refused }
                ? new KCodeDenied()
                : new KCodeKnown(order);

    private async Task<KCodeResult?> FindKnownAsync(
        OrderId id, PaymentTerms terms, string outRequestNo, CancellationToken cancellation)
        => await orders.FindAsync(id, cancellation) is { Order: var order }
            && order.Terms == terms
            && KCodeRules.FindRequest(order, outRequestNo) is not null
                ? Again(order, outRequestNo)
                : null;
}
