using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Tells merchants how refunds ended, as soon as they have.</summary>
internal sealed class RefundTeller(
    TradeBook book, NotificationSender sender, NoticeDesk notices, Background work,
    TimeProvider time)
{
    /// <summary>Tells of a new refund when it ends by itself.</summary>
    public void Await(Refund refund, Party party)
    {
        if (refund.End is not RefundStatus.Processing)
        {
            work.TryStart(cancel => WaitAsync(refund, party, cancel));
        }
    }

    /// <summary>Tells now.</summary>
    public void Tell(Trade trade, Refund refund)
        => sender.Start(notices.OfRefund(trade, refund, time.GetUtcNow()));

    /// <summary>One attempt, out of turn.</summary>
    /// <returns>Whether there was something to tell.</returns>
    public async Task<bool> TellOnceAsync(Trade trade, Refund refund, CancellationToken cancel)
    {
        if (notices.OfRefund(trade, refund, time.GetUtcNow()) is not { } notice)
        {
            return false;
        }

        await sender.SendAsync(notice, cancel);
        return true;
    }

    private async Task WaitAsync(Refund refund, Party party, CancellationToken cancel)
    {
        var left = refund.Settles - time.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancel);
        }

        // What control has ended meanwhile has been told already.
        if (book.FindRefund(party, refund.OutRefundNo) is { } now
            && now.Refund.Status == refund.End && now.Refund.Settles == refund.Settles)
        {
            Tell(now.Trade, now.Refund);
        }
    }
}
