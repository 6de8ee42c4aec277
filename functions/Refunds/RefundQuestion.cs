using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.Refunds;

/// <summary>
/// Sends refunds to channels, asks about them, and says the answers as commands to the order.
/// </summary>
internal sealed class RefundQuestion(
    ChannelRouter channels, GatewayAddress gateway, TimeProvider time)
{
    /// <summary>Whether an attempt's channel can refund at all.</summary>
    public bool CanRefund(Attempt attempt)
        => channels.ForProduct<IRefundTrade>(attempt.Product) is not null;

    /// <summary>The channel of an attempt, and the most refunds of its account that go together;
    /// 0 where they go one by one.</summary>
    public async ValueTask<(string Channel, int Size)> BatchSizeAsync(
        Attempt attempt, CancellationToken cancellation)
        => channels.ForProduct<IFileRefunds>(attempt.Product) is { } channel
            ? (channel.Name, await channel.RefundsInBatchAsync(attempt.Account, cancellation))
            : ("", 0);

    /// <summary>Sends refunds of one account together, for whoever has just committed them.
    /// </summary>
    public async Task<FilingOutcome> FileAsync(
        Filing filing, IReadOnlyList<RefundBegun> refunds, CancellationToken cancellation)
        => channels.ForProduct<IFileRefunds>(
            AttemptOf(refunds[0].Order, refunds[0].Refund).Product) is { } channel
                ? await channel.FileRefundsAsync(
                    filing,
                    [.. refunds.Select(r => Request(r.Order, r.Refund, channel))], cancellation)
                : new FilingRefused("the channel takes no batches");

    /// <summary>Sends a refund, for whoever has just committed it.</summary>
    public async Task<OrderCommand> SendAsync(
        Order order, Refund refund, CancellationToken cancellation)
        => channels.ForProduct<IRefundTrade>(AttemptOf(order, refund).Product) is { } channel
            ? CommandOf(
                refund, await channel.RefundAsync(Request(order, refund, channel), cancellation))
            : new UndecidedRefund(refund.Number);

    /// <summary>
    /// Asks what became of a refund. One that the channel does not have is sent, again under the
    /// same number: it may never have left. One that goes with a batch is given time to come.
    /// </summary>
    public async Task<OrderCommand> AskAsync(
        Order order, Refund refund, CancellationToken cancellation)
    {
        var product = AttemptOf(order, refund).Product;
        if (refund.Filing is { Serial: not null } filing
            && channels.ForProduct<IFileRefunds>(product) is { } files)
        {
            return CommandOf(refund, await files.QueryFiledAsync(
                filing, Request(order, refund, files), cancellation));
        }

        if (channels.ForProduct<IQueryRefund>(product) is not { } channel)
        {
            return new UndecidedRefund(refund.Number);
        }

        var outcome = await channel.QueryRefundAsync(
            Request(order, refund, channel), cancellation);
        return outcome is RefundAbsent && MaySend(refund)
            ? await SendAsync(order, refund, cancellation)
            : CommandOf(refund, outcome);
    }

    /// <summary>A channel's outcome as a command.</summary>
    public static OrderCommand CommandOf(Refund refund, RefundOutcome outcome) => outcome switch
    {
        RefundSucceeded done => new SettleRefund(refund.Number, done.ChannelRefundNo, done.At),
        RefundDeclined declined => new FailRefund(
            refund.Number, declined.Reason, NeedsHuman: false),
        RefundStuck stuck => new FailRefund(refund.Number, stuck.Reason, NeedsHuman: true),
        RefundPending or RefundAbsent or RefundUnknown => new UndecidedRefund(refund.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private bool MaySend(Refund refund)
        => refund.Filing is null
            || time.GetUtcNow() >= refund.RequestedAt + RefundSchedule.AloneAfter;

    private RefundRequest Request(Order order, Refund refund, IChannel channel)
    {
        var attempt = AttemptOf(order, refund);
        return new RefundRequest(
            new TradeReference(
                attempt.Account, attempt.Product, order.NumberOf(attempt), attempt.OpenedAt,
                order.Terms.Total, order.Terms.Capture),
            attempt.ChannelTradeNo ?? "",
            order.NumberOf(refund),
            order.Terms.Total,
            refund.Total,
            refund.Reason,
            refund.RequestedAt,
            gateway.NotifyUrl(channel.Name, attempt.Account));
    }

    private static Attempt AttemptOf(Order order, Refund refund)
        => order.FindAttempt(refund.Attempt)
            ?? throw new InvalidOperationException(
                $"Refund {order.NumberOf(refund)} is of an attempt that never was.");
}
