using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>
/// The second proof of a notification: Tenpay itself is asked, and nothing is believed that it does
/// not say again in an answer of its own.
/// </summary>
internal sealed class TenpayProof(TenpayGateway gateway, TimeProvider time)
{
    /// <summary>All questions of one proof together: less than a channel waits for.</summary>
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(14);

    /// <summary>Proves a notification whose signature is genuine.</summary>
    public async Task<NotificationReading> ProveAsync(
        TenpayAccount account, TenpayNotice notice, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(TimeMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            return notice.IsRefund
                ? await RefundAsync(account, notice, both.Token)
                : await TradeAsync(account, notice, both.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new NotProved("no proof in time");
        }
    }

    private async Task<NotificationReading> TradeAsync(
        TenpayAccount account, TenpayNotice notice, CancellationToken cancellation)
    {
        if (notice.TradeFault(account, out var notifyId, out var number) is { } fault)
        {
            return new NotAccepted(fault);
        }

        if (notice.Text("trade_mode") is not (null or "1"))
        {
            return new NotAccepted(NotificationRefusal.StatusUnknown);
        }

        if (notice.Text("trade_state") is { } state and not TenpayStatus.Paid)
        {
            return Unpaid(state);
        }

        var reply = await gateway.AskAsync(
            account, account.At(TenpayWire.VerifyPath),
            TenpayMessages.Verify(account, notifyId), cancellation);
        return reply.Answer switch
        {
            { IsOk: true } answer => Judge(account, notice, answer),
            { Retcode: TenpayRetcode.NotifyIdExpired } when number is { } ours
                => await ByQueryAsync(account, notice, ours, cancellation),
            { Retcode: TenpayRetcode.NotifyIdExpired }
                => new NotProved("the notify_id has expired, and the order is not named"),
            { } refusal => new NotProved(TenpayRetcode.Describe(refusal.Retcode)),
            null => new NotProved(reply.Reason),
        };
    }

    // A notify_id lives for ten minutes, a repeated notification comes later: the trade itself
    // proves as much.
    private async Task<NotificationReading> ByQueryAsync(
        TenpayAccount account, TenpayNotice notice, ChannelOrderNo number,
        CancellationToken cancellation)
    {
        var reply = await gateway.AskAsync(
            account, account.At(TenpayWire.QueryPath),
            TenpayMessages.Query(account, number), cancellation);
        return reply.Answer switch
        {
            { IsOk: true } answer => Judge(account, notice, answer),

            // A trade that is told of as paid, and is none: only somebody with our key says that.
            { Retcode: TenpayRetcode.TradeAbsent } => new NotAccepted(
                NotificationRefusal.ProofDiffers),
            { } refusal => new NotProved(TenpayRetcode.Describe(refusal.Retcode)),
            null => new NotProved(reply.Reason),
        };
    }

    private static NotificationReading Judge(
        TenpayAccount account, TenpayNotice notice, TenpayAnswer answer)
    {
        if (!TenpayTrade.IsFor(account, answer.Text)
            || !TenpayTrade.Agrees(notice.Text, answer.Text))
        {
            return new NotAccepted(NotificationRefusal.ProofDiffers);
        }

        if (answer.Text("trade_state") is { } state and not TenpayStatus.Paid)
        {
            return Unpaid(state);
        }

        return TenpayTrade.TryRead(account, answer.Text, out var trade) switch
        {
            null => new Genuine(
                trade.Number, new Succeeded(trade.Total, trade.ChannelTradeNo, trade.PaidAt)),
            TenpayTradeFault.FieldInvalid => new NotProved("the proof cannot be read"),
            var fault => new NotAccepted(TenpayNotice.RefusalOf(fault)!.Value),
        };
    }

    private static NotificationReading Unpaid(string state)
        => TenpayStatus.IsKnown(state)
            ? new Uninteresting($"trade_state {state}")
            : new NotAccepted(NotificationRefusal.StatusUnknown);

    private async Task<NotificationReading> RefundAsync(
        TenpayAccount account, TenpayNotice notice, CancellationToken cancellation)
    {
        if (account.RefundQuery is not { } address)
        {
            return new Uninteresting("about a refund, and the open platform has none");
        }

        if (TenpayRefundNotice.TryRead(account, notice, out var told) is { } fault)
        {
            return new NotAccepted(fault);
        }

        if (told.Outcome is RefundPending)
        {
            return new GenuineRefund(told.Row.Number, told.Outcome);
        }

        var reply = await gateway.AskAsync(
            account, address,
            TenpayMessages.QueryRefund(account, told.Row.Number), cancellation);
        return reply.Answer is { } answer
            ? told.ProvedBy(TenpayRefundStatus.OfQuery(answer, account, told.Row))
            : new NotProved(reply.Reason);
    }
}
