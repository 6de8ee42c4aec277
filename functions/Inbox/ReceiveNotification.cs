using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Inbox;

/// <summary>
/// A channel tells us. The channel's code verifies the raw bytes; what it reads becomes the same
/// command as on any other road. Accepted is answered only after the commit.
/// </summary>
internal sealed partial class ReceiveNotification(
    ChannelRouter channels, IOrderStore orders, OrderCommit commit, RefundAnswer refunds,
    GatewayAddress gateway, ILogger<ReceiveNotification> logger)
{
    /// <summary>The largest notification that is read.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Receives one notification.</summary>
    public async Task<InboxAnswer> RunAsync(
        string channelName, RawNotification raw, CancellationToken cancellation)
    {
        if (channels.ForName<IReceiveNotification>(channelName) is not { } channel)
        {
            Log.NoChannel(logger, NotificationRefusal.ChannelUnknown);
            return new InboxAnswer(InboxVerdict.Refused, new NotificationReply("fail"));
        }

        switch (await channel.ReadAsync(raw, cancellation))
        {
            case Genuine genuine:
                return await ApplyAsync(channel, raw.Account, genuine, cancellation);
            case GenuineRefund genuine:
                return await ApplyAsync(channel, raw.Account, genuine, cancellation);
            case Uninteresting uninteresting:
                Log.Uninteresting(logger, channelName, raw.Account, uninteresting.Reason);
                return new InboxAnswer(InboxVerdict.Accepted, channel.Accept(payerPage: null));
            case NotProved unproved:
                Log.NotProved(logger, channelName, raw.Account, unproved.Reason);
                return new InboxAnswer(
                    InboxVerdict.NotNow,
                    channel.Refuse(unproved.Number is { } number
                        ? gateway.ReturnUrl(channel.Name, number.Id)
                        : null));
            case NotAccepted refused:
                Log.Refused(logger, channelName, raw.Account, refused.Why);
                return new InboxAnswer(InboxVerdict.Refused, channel.Refuse(payerPage: null));
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<InboxAnswer> ApplyAsync(
        IReceiveNotification channel, string account, Genuine genuine,
        CancellationToken cancellation)
    {
        var id = genuine.Number.Id;
        var page = gateway.ReturnUrl(channel.Name, id);
        return CommandOf(account, genuine) is { } command
            ? Answer(
                channel, account, id, page,
                await commit.ApplyAsync(id, command, cancellation))
            : new InboxAnswer(InboxVerdict.Accepted, channel.Accept(page));
    }

    private async Task<InboxAnswer> ApplyAsync(
        IReceiveNotification channel, string account, GenuineRefund genuine,
        CancellationToken cancellation)
    {
        var id = genuine.Number.Id;
        var page = gateway.ReturnUrl(channel.Name, id);
        if (await orders.FindAsync(id, cancellation) is not { } stored
            || stored.Order.FindRefund(genuine.Number.Refund) is not { } refund)
        {
            return Answer(
                channel, account, id, page, new Refused(OrderRefusal.RefundUnknown));
        }

        if (!string.Equals(
            stored.Order.FindAttempt(refund.Attempt)?.Account, account,
            StringComparison.Ordinal))
        {
            return Answer(
                channel, account, id, page, new Refused(OrderRefusal.AccountDiffers));
        }

        if (genuine.Total is { } total && total != refund.Total)
        {
            return Answer(
                channel, account, id, page, new Refused(OrderRefusal.AmountDiffers));
        }

        var said = RefundQuestion.CommandOf(refund, genuine.Outcome);
        return said is UndecidedRefund
            ? new InboxAnswer(InboxVerdict.Accepted, channel.Accept(page))
            : Answer(
                channel, account, id, page,
                await refunds.ApplyAsync(id, stored, refund, said, cancellation));
    }

    private InboxAnswer Answer(
        IReceiveNotification channel, string account, OrderId id, Uri page,
        OrderDecision decision)
    {
        if (decision is Refused { Why: OrderRefusal.CancelUnderWay })
        {
            Log.TooEarly(logger, channel.Name, account, id.Value);
            return new InboxAnswer(InboxVerdict.NotNow, channel.Refuse(page));
        }

        if (decision is Refused refused)
        {
            Log.Contradiction(logger, channel.Name, account, id.Value, refused.Why);
            return new InboxAnswer(
                InboxVerdict.Refused,
                channel.Refuse(refused.Why == OrderRefusal.OrderNotFound ? null : page));
        }

        return new InboxAnswer(InboxVerdict.Accepted, channel.Accept(page));
    }

    /// <summary>The account is the one whose key verified the bytes, never the attempt's own.
    /// </summary>
    private static OrderCommand? CommandOf(string account, Genuine genuine)
        => genuine.Outcome switch
        {
            Succeeded paid => new Succeed(
                genuine.Number.Attempt, account, paid.Total, paid.ChannelTradeNo, paid.PaidAt),
            Declined => new Decline(genuine.Number.Attempt, account),
            Unsigned over => new EndAgreement(
                genuine.Number.Attempt, account, over.ChannelAgreementNo, over.At),
            _ => null,
        };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Notification of {Channel}/{Account} accepted without effect: {Reason}.")]
        public static partial void Uninteresting(
            ILogger logger, string channel, string account, string reason);

        [LoggerMessage(2, LogLevel.Error,
            "ALARM notification_refused: {Channel}/{Account}: {Why}.")]
        public static partial void Refused(
            ILogger logger, string channel, string account, NotificationRefusal why);

        [LoggerMessage(3, LogLevel.Error,
            "ALARM notification_contradiction: {Channel}/{Account} about order "
            + "{TransactionId}: {Why}.")]
        public static partial void Contradiction(
            ILogger logger, string channel, string account, string transactionId,
            OrderRefusal why);

        [LoggerMessage(5, LogLevel.Warning,
            "Notification of {Channel}/{Account} could not be proved now: {Reason}.")]
        public static partial void NotProved(
            ILogger logger, string channel, string account, string reason);

        [LoggerMessage(6, LogLevel.Warning,
            "Notification of {Channel}/{Account} about order {TransactionId} waits for the answer "
            + "to a cancel.")]
        public static partial void TooEarly(
            ILogger logger, string channel, string account, string transactionId);

        // Strangers try addresses: this alone is no alarm, and their text stays out of the log.
        [LoggerMessage(4, LogLevel.Warning, "Notification refused: {Why}.")]
        public static partial void NoChannel(ILogger logger, NotificationRefusal why);
    }
}
