using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Agreements;

/// <summary>
/// A debit is a payment of its own: this counts it in its agreement, sends it to the channel, and
/// tells the agreement what became of it. Every step finds what was done before.
/// </summary>
internal sealed class DebitQuestion(
    IOrderStore orders, OrderCommit commit, ChannelRouter channels,
    ApplicationDirectory applications, ChannelAnswer answer, AgreementAnswer agreements,
    GatewayAddress gateway, TimeProvider time)
{
    /// <summary>How long a debit may take; what the channel does not know by then is over.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Whether a payment is a debit that was made and not sent.</summary>
    public static bool IsUnsent(Order payment)
        => payment is { Terms.Debit: not null, IsTerminal: false, Attempts.IsEmpty: true };

    /// <summary>The terms of the payment; null where the agreement's channel cannot debit.
    /// </summary>
    public PaymentTerms? TermsOf(Order agreement, DebitWish wish)
    {
        var signed = agreement.FindAttempt(agreement.Payment!.Attempt)!;
        return ProductOf(signed) is { } product
            && channels.ForProduct<IDebitAgreement>(product) is not null
                ? new PaymentTerms(
                    wish.Total, wish.Subject, wish.Body, wish.Attach,
                    wish.NotifyUrl ?? agreement.Terms.NotifyUrl, ReturnUrl: null, product,
                    Lifetime, signed.Account,
                    Debit: new DebitTerms(
                        agreement.Id, signed.Number, agreement.Payment.ChannelTradeNo))
                : null;
    }

    /// <summary>
    /// Counts a payment in its agreement and sends it, unless that was done. Where the agreement
    /// has no room for it the payment is closed, and it is said why.
    /// </summary>
    public async Task<(Order Payment, OrderRefusal? Why)> SendAsync(
        Order payment, CancellationToken cancellation)
    {
        var (opened, isOurs, why) = await OpenAsync(payment, filingOf: null, cancellation);
        return (isOurs ? await AskAsync(opened, cancellation) : opened, why);
    }

    /// <summary>The same, up to the moment where it is to be sent: by us, unless somebody else
    /// opened it. <paramref name="filingOf"/> says which batch it goes with.</summary>
    public async Task<(Order Payment, bool IsOurs, OrderRefusal? Why)> OpenAsync(
        Order payment, Func<Order, ValueTask<Filing?>>? filingOf,
        CancellationToken cancellation)
    {
        var debit = payment.Terms.Debit!;
        var counted = await commit.ApplyAsync(
            debit.Agreement, new RequestDebit(payment.OutTradeNo, payment.Terms.Total),
            cancellation);
        if (counted is Refused refused)
        {
            var closed = await commit.ApplyAsync(payment.Id, new Close([]), cancellation);
            return closed is Moved or Replayed
                ? (payment, false, refused.Why)
                : (await FindAsync(payment, cancellation), false, null);
        }

        var channel = ChannelOf(payment);
        var application = await applications.FindAsync(payment.AppId, cancellation);
        var open = new OpenAttempt(
            payment.Terms.Product!, payment.Terms.Account!,
            application?.FeeAt(channel.Name, time.GetUtcNow()),
            filingOf is null ? null : await filingOf(payment));
        return await commit.ApplyAsync(payment.Id, open, cancellation) switch
        {
            Moved moved => (moved.Order, true, null),
            Replayed replayed => (replayed.Order, false, null),
            _ => (await FindAsync(payment, cancellation), false, null),
        };
    }

    /// <summary>The channel of a payment, and the most debits of its account that go together; 0
    /// where they go one by one.</summary>
    public async ValueTask<(string Channel, int Size)> BatchSizeAsync(
        Order payment, CancellationToken cancellation)
        => channels.ForProduct<IFileDebits>(payment.Terms.Product!) is { } channel
            ? (channel.Name, await channel.DebitsInBatchAsync(
                payment.Terms.Account!, cancellation))
            : ("", 0);

    /// <summary>Sends payments of one account that were just opened, together.</summary>
    public async Task<FilingOutcome> FileAsync(
        Filing filing, IReadOnlyList<Order> payments, CancellationToken cancellation)
        => channels.ForProduct<IFileDebits>(payments[0].Terms.Product!) is { } channel
            ? await channel.FileDebitsAsync(
                filing, [.. payments.Select(p => RequestOf(channel, p))], cancellation)
            : new FilingRefused("the channel takes no batches");

    /// <summary>Tells the agreement what became of a debit, once that is known.</summary>
    public async Task TellAsync(Order payment, CancellationToken cancellation)
    {
        if (payment.Terms.Debit is not { } debit
            || StateOf(payment) == CaptureState.Processing
            || await orders.FindAsync(debit.Agreement, cancellation) is not { } agreement
            || agreement.Order.FindCapture(payment.OutTradeNo) is not { } capture
            || capture.State == StateOf(payment))
        {
            return;
        }

        await agreements.ApplyAsync(
            agreement, CommandOf(capture.Number, payment), cancellation);
    }

    /// <summary>What a payment's state means for its agreement; one that is not there was never
    /// taken.</summary>
    public static OrderCommand CommandOf(int number, Order? payment)
        => payment is null ? new FailCapture(number) : StateOf(payment) switch
        {
            CaptureState.Succeeded => new SettleCapture(number, payment.Payment!.PaidAt),
            CaptureState.Failed => new FailCapture(number),
            _ => new UndecidedCapture(number),
        };

    private static CaptureState StateOf(Order payment) => payment.State switch
    {
        OrderState.Success => CaptureState.Succeeded,
        OrderState.Closed or OrderState.Revoked or OrderState.PayError => CaptureState.Failed,
        _ => CaptureState.Processing,
    };

    /// <summary>Sends a payment that was just opened, and applies what the channel says at once.
    /// </summary>
    public async Task<Order> AskAsync(Order payment, CancellationToken cancellation)
    {
        var attempt = payment.Attempts[^1];
        var channel = ChannelOf(payment);
        var outcome = await channel.DebitAsync(RequestOf(channel, payment), cancellation);
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

    private IDebitAgreement ChannelOf(Order payment)
        => channels.ForProduct<IDebitAgreement>(payment.Terms.Product!)
            ?? throw new InvalidOperationException($"Nobody can debit {payment.Id}.");

    private DebitRequest RequestOf(IDebitAgreement channel, Order payment)
        => new(
            payment, payment.Attempts[^1],
            gateway.NotifyUrl(channel.Name, payment.Attempts[^1].Account), time.GetUtcNow());

    private async Task<Order> FindAsync(Order payment, CancellationToken cancellation)
        => (await orders.FindAsync(payment.Id, cancellation))?.Order ?? payment;

    private string? ProductOf(Attempt signed)
        => channels.FindProduct(signed.Product)?.DebitProduct;
}
