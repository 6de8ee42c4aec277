using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Orders;

namespace PayFunctions.Refunds;

/// <summary>
/// Sends refunds to channels, asks about them, and says the answers as commands to the order.
/// </summary>
internal sealed class RefundQuestion(ChannelRouter channels, GatewayAddress gateway)
{
    /// <summary>Whether an attempt's channel can refund at all.</summary>
    public bool CanRefund(Attempt attempt)
        => channels.ForProduct<IRefundTrade>(attempt.Product) is not null;

    /// <summary>Sends a refund, for whoever has just committed it.</summary>
    public async Task<OrderCommand> SendAsync(
        Order order, Refund refund, CancellationToken cancellation)
        => channels.ForProduct<IRefundTrade>(AttemptOf(order, refund).Product) is { } channel
            ? CommandOf(
                refund, await channel.RefundAsync(Request(order, refund, channel), cancellation))
            : new UndecidedRefund(refund.Number);

    /// <summary>
    /// Asks what became of a refund. One that the channel does not have is sent, again under the
    /// same number: it may never have left.
    /// </summary>
    public async Task<OrderCommand> AskAsync(
        Order order, Refund refund, CancellationToken cancellation)
    {
        if (channels.ForProduct<IQueryRefund>(AttemptOf(order, refund).Product)
            is not { } channel)
        {
            return new UndecidedRefund(refund.Number);
        }

        var outcome = await channel.QueryRefundAsync(
            Request(order, refund, channel), cancellation);
        return outcome is RefundAbsent
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
