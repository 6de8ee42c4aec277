using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>
/// Charges the code that a payer shows at a till. The attempt is committed before the channel is
/// asked, so a charge whose answer is lost is asked about, and cancelled when nobody ever knows.
/// </summary>
internal sealed class ChargePayment(
    IOrderStore orders, OrderCommit commit, ChannelRouter channels, ChooseAccount choose,
    ChannelAnswer answer, GatewayAddress gateway, TimeProvider time)
{
    /// <summary>How often the order is looked at while a caller waits.</summary>
    public static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>The longest a caller may wait.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(30);

    /// <summary>Creates the order, or finds it, and charges the code unless that was done.
    /// </summary>
    /// <param name="application">Who has been authenticated.</param>
    /// <param name="outTradeNo">The merchant's number.</param>
    /// <param name="terms">What is sold.</param>
    /// <param name="code">What the payer showed.</param>
    /// <param name="wait">How long to wait for an outcome; the first answer of the channel is
    /// always waited for.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ChargeResult> RunAsync(
        Application application, string outTradeNo, PaymentTerms terms, PayerCode code,
        TimeSpan wait, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + (wait < WaitMax ? wait : WaitMax);
        var id = OrderId.Of(application.AppId, outTradeNo);
        var (choice, refusal) = await ChooseAsync(application, terms, code, cancellation);
        if (choice is null)
        {
            return await FindChargedAsync(id, terms, code, cancellation) is { } known
                ? new Charged(await WaitAsync(known, until, cancellation), IsNew: false)
                : refusal!;
        }

        var created = await commit.ApplyAsync(
            id, known: null,
            new Create(application.AppId, outTradeNo, terms, application.LateSuccess),
            cancellation);
        if (created is Refused why)
        {
            return new NotCharged(why.Why);
        }

        var charge = new ChargeCode(
            choice.Product, choice.Account, code.Digest,
            application.FeeAt(choice.Channel.Name, time.GetUtcNow()));
        var decision = await commit.ApplyAsync(id, charge, cancellation);
        var order = decision switch
        {
            Moved moved => await ChargeAsync(choice.Channel, moved.Order, code, cancellation),
            Replayed replayed => replayed.Order,
            _ => null,
        };
        return order is null
            ? new NotCharged(((Refused)decision).Why)
            : new Charged(await WaitAsync(order, until, cancellation), created is Moved);
    }

    private async Task<(Choice? Choice, ChargeResult? Refusal)> ChooseAsync(
        Application application, PaymentTerms terms, PayerCode code,
        CancellationToken cancellation)
    {
        var isAccepted = false;
        foreach (var product in channels.Products.Where(p => p.Kind == ProductKind.Barcode
            && (terms.Product is null
                || string.Equals(p.Name, terms.Product, StringComparison.Ordinal))))
        {
            if (channels.ForProduct<IBarcodePayment>(product.Name) is not { } channel
                || !channel.Accepts(product.Name, code))
            {
                continue;
            }

            isAccepted = true;
            if (await choose.RunAsync(
                application, channel, product.Name, terms.Account, cancellation)
                is { } account)
            {
                return (new Choice(channel, product.Name, account), null);
            }
        }

        return (null, isAccepted ? new AccountUnavailable() : new CodeUnsupported());
    }

    /// <summary>
    /// A repeated call is told what became of its charge, though nobody could charge it now.
    /// </summary>
    private async Task<Order?> FindChargedAsync(
        OrderId id, PaymentTerms terms, PayerCode code, CancellationToken cancellation)
        => await orders.FindAsync(id, cancellation) is { Order: var order }
            && order.Terms == terms
            && order.Attempts.Any(a => string.Equals(
                a.CodeDigest, code.Digest, StringComparison.Ordinal))
                ? order
                : null;

    private async Task<Order> ChargeAsync(
        IBarcodePayment channel, Order order, PayerCode code, CancellationToken cancellation)
    {
        var attempt = order.Attempts[^1];
        var outcome = await channel.ChargeAsync(
            new ChargeRequest(
                order, attempt, code, gateway.NotifyUrl(channel.Name, attempt.Account),
                time.GetUtcNow()),
            cancellation);
        var said = ChannelQuestion.CommandOf(attempt, outcome);
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

    /// <summary>The queue asks; this looks at what it learned.</summary>
    private async Task<Order> WaitAsync(
        Order order, DateTimeOffset until, CancellationToken cancellation)
    {
        while (order.State == OrderState.UserPaying && time.GetUtcNow() < until)
        {
            await Task.Delay(LookEvery, time, cancellation);
            order = (await orders.FindAsync(order.Id, cancellation))?.Order ?? order;
        }

        return order;
    }

    private sealed record Choice(IBarcodePayment Channel, string Product, string Account);
}
