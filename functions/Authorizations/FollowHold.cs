using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Authorizations;

/// <summary>Does what is due between a hold and the payments that take it.</summary>
internal sealed class FollowHold(
    OrderCommit commit, CaptureQuestion question, CaptureAnswer answer)
{
    /// <summary>Looks at the payment of a capture, and makes it where that was cut off.</summary>
    public async Task<OrderDecision> CaptureAsync(
        StoredOrder hold, Capture capture, CancellationToken cancellation)
    {
        var payment = await question.FindAsync(hold.Order, capture, cancellation);
        if (payment is null or { IsTerminal: false, Attempts.IsEmpty: true })
        {
            payment = await question.SendAsync(hold.Order, capture, cancellation);
        }

        return await answer.ApplyAsync(
            hold.Order.Id, hold, CaptureQuestion.CommandOf(capture.Number, payment),
            cancellation);
    }

    /// <summary>Releases what is left when its time is up.</summary>
    public Task<OrderDecision> ExpireAsync(StoredOrder hold, CancellationToken cancellation)
        => commit.ApplyAsync(hold.Order.Id, hold, new ExpireHold(), cancellation);

    /// <summary>Tells the hold what became of the payment that takes it, once that is known.
    /// </summary>
    public async Task TellAsync(Order payment, CancellationToken cancellation)
    {
        if (payment.Terms.Capture is { } capture
            && CaptureQuestion.CommandOf(capture.Capture, payment)
                is var said and not UndecidedCapture)
        {
            await answer.ApplyAsync(capture.Hold, known: null, said, cancellation);
        }
    }
}
