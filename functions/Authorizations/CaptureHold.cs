using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Authorizations;

/// <summary>
/// Takes what is held, whole or in part. The capture is committed to the hold before the payment
/// that it becomes is made and sent, so that all captures together never exceed what is held.
/// </summary>
internal sealed class CaptureHold(
    IOrderStore orders, OrderCommit commit, CaptureQuestion question, CaptureAnswer answer,
    TimeProvider time)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<CaptureResult> RunAsync(
        Application application, OrderId id, RequestCapture wanted,
        CancellationToken cancellation)
    {
        if (await orders.FindAsync(id, cancellation) is not { Order.Terms.Hold: not null } stored
            || !string.Equals(
                stored.Order.AppId, application.AppId, StringComparison.Ordinal))
        {
            return new CaptureRefused(OrderRefusal.OrderNotFound);
        }

        if (await WhyNotAsync(stored.Order, wanted, cancellation) is { } why)
        {
            return why;
        }

        return await commit.ApplyAsync(id, stored, wanted, cancellation) switch
        {
            Moved moved => await SendAsync(moved.Order, wanted, cancellation),
            Replayed same => await KnownAsync(same.Order, wanted, cancellation),
            Refused refused => new CaptureRefused(refused.Why),
            _ => throw new InvalidOperationException("A decision of an unknown kind."),
        };
    }

    /// <summary>In the documented order: the hold, its channel, the number of the payment.
    /// </summary>
    private async Task<CaptureResult?> WhyNotAsync(
        Order hold, RequestCapture wanted, CancellationToken cancellation)
    {
        if (CaptureRules.WhyNot(hold, wanted, time.GetUtcNow()) is { } why)
        {
            return new CaptureRefused(why);
        }

        if (hold.FindCapture(wanted.OutTradeNo) is not null)
        {
            return null;
        }

        if (question.KindOf(hold) is not { } kind)
        {
            return new CaptureUnsupported();
        }

        if (kind.EndsAtOnce && !wanted.IsFinal && wanted.Total != hold.Remaining)
        {
            return new CaptureNotFinal();
        }

        return await orders.FindAsync(
            OrderId.Of(hold.AppId, wanted.OutTradeNo), cancellation) is null
                ? null
                : new CaptureRefused(OrderRefusal.ContentDiffers);
    }

    private async Task<CaptureKnown> SendAsync(
        Order hold, RequestCapture wanted, CancellationToken cancellation)
    {
        var capture = hold.FindCapture(wanted.OutTradeNo)!;
        var payment = await question.SendAsync(hold, capture, cancellation);
        var said = CaptureQuestion.CommandOf(capture.Number, payment);
        if (said is not UndecidedCapture)
        {
            hold = await answer.ApplyAsync(hold.Id, known: null, said, cancellation) switch
            {
                Moved moved => moved.Order,
                Replayed replayed => replayed.Order,
                _ => hold,
            };
        }

        return new CaptureKnown(
            hold, hold.FindCapture(capture.Number)!, payment, IsNew: true);
    }

    private async Task<CaptureKnown> KnownAsync(
        Order hold, RequestCapture wanted, CancellationToken cancellation)
    {
        var capture = hold.FindCapture(wanted.OutTradeNo)!;
        return new CaptureKnown(
            hold, capture, await question.FindAsync(hold, capture, cancellation), IsNew: false);
    }
}
