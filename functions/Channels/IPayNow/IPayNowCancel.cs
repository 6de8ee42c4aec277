namespace PayFunctions.Channels.IPayNow;

/// <summary>
/// Cancels. R002 ends an unpaid trade and gives a paid one's money back; its own answer says only
/// that it was accepted. Q002 says that it is done, and a query about the payment whether there was
/// money that went back.
/// </summary>
internal sealed class IPayNowCancel(IPayNowGateway gateway, TimeProvider time)
{
    /// <summary>Cancels, and says what that did, as far as it can be proved.</summary>
    public async Task<CancelOutcome> RunAsync(
        IPayNowAccount account, TradeReference trade, CancellationToken cancellation)
    {
        if (!account.Cancels)
        {
            return new CancelRefused(
                account.Profile == IPayNowProfile.A
                    ? "profile a has no cancel"
                    : "the account's cancel_funcode is none");
        }

        var sent = await gateway.CancelAsync(account, trade, cancellation);
        var said = Of(sent, trade);
        if (said is not RefundSucceeded)
        {
            // Refused may also mean that it was done before.
            var asked = Of(await gateway.QueryCancelAsync(account, trade, cancellation), trade);
            switch (asked)
            {
                case RefundSucceeded:
                    break;
                case RefundDeclined declined when said is RefundDeclined:
                    return new CancelRefused(declined.Reason);
                case RefundPending:
                    return new CancelUnknown("the cancel is underway");
                default:
                    return new CancelUnknown(ReasonOf(asked));
            }
        }

        return await ProveAsync(account, trade, cancellation);
    }

    /// <summary>The cancel is done: whether money went back is said by the payment.</summary>
    private async Task<CancelOutcome> ProveAsync(
        IPayNowAccount account, TradeReference trade, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var reply = await gateway.QueryAsync(account, trade, cancellation);
        return reply.Answer is { } answer
            ? IPayNowStatus.OfQuery(account, answer, trade.Number, now) switch
            {
                Succeeded paid => new CancelledAndRefunded(paid.ChannelTradeNo, now),
                Declined => new Cancelled(),
                Waiting waiting => new CancelUnknown($"cancelled, but {waiting.Reason}"),
                Unknown unknown => new CancelUnknown($"cancelled, but {unknown.Reason}"),
                _ => throw new InvalidOperationException("An outcome of an unknown kind."),
            }
            : new CancelUnknown($"cancelled, but {reply.Reason}");
    }

    private static RefundOutcome Of(IPayNowReply reply, TradeReference trade)
        => reply.Answer is { } answer
            ? IPayNowRefundStatus.OfCancel(answer, trade)
            : new RefundUnknown(reply.Reason);

    private static string ReasonOf(RefundOutcome outcome) => outcome switch
    {
        RefundDeclined declined => declined.Reason,
        RefundUnknown unknown => unknown.Reason,
        _ => "no verdict",
    };
}
