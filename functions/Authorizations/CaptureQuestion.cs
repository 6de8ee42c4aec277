using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Authorizations;

/// <summary>
/// A capture is a payment of its own: this makes it, sends it to the channel, and says what became
/// of it as a command to the hold.
/// </summary>
internal sealed class CaptureQuestion(
    IOrderStore orders, OrderCommit commit, ChannelRouter channels,
    ApplicationDirectory applications, ChannelAnswer answer, GatewayAddress gateway,
    TimeProvider time)
{
    /// <summary>How long a capture may take; what the channel does not know by then is over.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How the money of a hold is held; null where its channel cannot be found.</summary>
    public HoldProduct? KindOf(Order hold)
        => hold.Payment is { } held
            ? channels.FindProduct(hold.FindAttempt(held.Attempt)?.Product ?? "")?.Hold
            : null;

    /// <summary>The payment that a capture became, or null.</summary>
    public async Task<Order?> FindAsync(
        Order hold, Capture capture, CancellationToken cancellation)
        => (await orders.FindAsync(
                OrderId.Of(hold.AppId, capture.OutTradeNo), cancellation))?.Order is { } payment
            && IsOf(hold, capture, payment)
                ? payment
                : null;

    /// <summary>Whether a payment is what a capture became.</summary>
    public static bool IsOf(Order hold, Capture capture, Order payment)
        => payment.Terms.Capture is { } terms
            && terms.Hold == hold.Id && terms.Capture == capture.Number;

    /// <summary>
    /// Makes the payment and sends it, unless that was done. The payment, or null where its number
    /// is another order's.
    /// </summary>
    public async Task<Order?> SendAsync(
        Order hold, Capture capture, CancellationToken cancellation)
    {
        var held = hold.FindAttempt(hold.Payment!.Attempt)!;
        if (channels.FindProduct(held.Product)?.Hold is not { CaptureProduct: var product }
            || channels.ForProduct<ICaptureHold>(product) is not { } channel)
        {
            throw new InvalidOperationException($"Nobody can capture what {hold.Id} holds.");
        }

        var id = OrderId.Of(hold.AppId, capture.OutTradeNo);
        var create = new Create(
            hold.AppId, capture.OutTradeNo, TermsOf(hold, held, capture, product),
            LateSuccess.Revive);
        if (await commit.ApplyAsync(id, known: null, create, cancellation) is Refused)
        {
            return null;
        }

        var application = await applications.FindAsync(hold.AppId, cancellation);
        var open = new OpenAttempt(
            product, held.Account, application?.FeeAt(channel.Name, time.GetUtcNow()));
        return await commit.ApplyAsync(id, open, cancellation) switch
        {
            Moved moved => await AskAsync(channel, moved.Order, cancellation),
            Replayed replayed => replayed.Order,
            _ => (await orders.FindAsync(id, cancellation))?.Order,
        };
    }

    /// <summary>What the payment's state means for the hold.</summary>
    /// <param name="capture">The number of the capture.</param>
    /// <param name="payment">What it became; null where its number is another order's.</param>
    public static OrderCommand CommandOf(int capture, Order? payment) => payment switch
    {
        { State: OrderState.Success, Payment: { } paid } => new SettleCapture(capture, paid.PaidAt),
        null or { State: OrderState.Closed or OrderState.Revoked or OrderState.PayError }
            => new FailCapture(capture),
        _ => new UndecidedCapture(capture),
    };

    private async Task<Order> AskAsync(
        ICaptureHold channel, Order payment, CancellationToken cancellation)
    {
        var attempt = payment.Attempts[^1];
        var outcome = await channel.CaptureAsync(
            new CaptureRequest(
                payment, attempt, gateway.NotifyUrl(channel.Name, attempt.Account),
                time.GetUtcNow()),
            cancellation);
        var said = ChannelQuestion.CommandOf(attempt, outcome);
        if (said is Undecided)
        {
            // Its first question is due in any case.
            return payment;
        }

        return await answer.ApplyAsync(payment.Id, attempt, said, cancellation) switch
        {
            Moved moved => moved.Order,
            Replayed replayed => replayed.Order,
            _ => payment,
        };
    }

    private static PaymentTerms TermsOf(
        Order hold, Attempt held, Capture capture, string product)
        => new(
            capture.Total, hold.Terms.Subject, hold.Terms.Body, hold.Terms.Attach,
            hold.Terms.NotifyUrl, ReturnUrl: null, product, Lifetime, held.Account,
            Capture: new CaptureTerms(
                hold.Id, capture.Number, held.Number, held.Product,
                hold.Payment!.ChannelTradeNo, capture.IsFinal));
}
