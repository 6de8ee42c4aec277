using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>
/// Begins a debit: the payment is made first, then counted in the agreement, with that one's own
/// write. Whoever began it sends it.
/// </summary>
internal sealed class BeginDebit(
    IOrderStore orders, OrderCommit commit, DebitQuestion question, TimeProvider time)
{
    /// <summary>
    /// Runs for an application that has been authenticated. <paramref name="filingOf"/> says which
    /// batch a payment goes with.
    /// </summary>
    public async Task<DebitResult> RunAsync(
        Application application, DebitWish wish, Func<Order, ValueTask<Filing?>>? filingOf,
        CancellationToken cancellation)
    {
        if (await orders.FindAsync(wish.Agreement, cancellation)
                is not { Order: { Terms.Kind: OrderKind.Agreement } agreement }
            || !string.Equals(agreement.AppId, application.AppId, StringComparison.Ordinal))
        {
            return new DebitRefused(OrderRefusal.OrderNotFound);
        }

        var id = OrderId.Of(application.AppId, wish.OutTradeNo);
        if ((await orders.FindAsync(id, cancellation))?.Order is { } known)
        {
            return wish.Is(known)
                ? await OpenAsync(known, isNew: false, filingOf, cancellation)
                : new DebitRefused(OrderRefusal.ContentDiffers);
        }

        if (AgreementRules.WhyNot(
            agreement, new RequestDebit(wish.OutTradeNo, wish.Total), time.GetUtcNow())
            is { } why)
        {
            return new DebitRefused(why);
        }

        if (question.TermsOf(agreement, wish) is not { } terms)
        {
            return new DebitUnsupported();
        }

        var create = new Create(
            application.AppId, wish.OutTradeNo, terms, LateSuccess.Revive);
        return await commit.ApplyAsync(id, known: null, create, cancellation) switch
        {
            Moved moved => await OpenAsync(moved.Order, isNew: true, filingOf, cancellation),
            Replayed replayed => await OpenAsync(
                replayed.Order, isNew: false, filingOf, cancellation),
            Refused refused => new DebitRefused(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    private async Task<DebitResult> OpenAsync(
        Order payment, bool isNew, Func<Order, ValueTask<Filing?>>? filingOf,
        CancellationToken cancellation)
    {
        if (!DebitQuestion.IsUnsent(payment))
        {
            return new DebitKnown(payment, isNew);
        }

        var (opened, isOurs, why) = await question.OpenAsync(
            payment, filingOf, cancellation);
        if (why is { } refused)
        {
            return new DebitRefused(refused);
        }

        if (isOurs)
        {
            return new DebitBegun(opened, isNew);
        }

        await question.TellAsync(opened, cancellation);
        return new DebitKnown(opened, isNew);
    }
}
