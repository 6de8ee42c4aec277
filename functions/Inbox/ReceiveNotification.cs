using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Movements;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Inbox;

/// <summary>
/// A channel tells us. The channel's code verifies the raw bytes; what it reads becomes the same
/// command as on any other road. Accepted is answered only after the commit.
/// </summary>
internal sealed partial class ReceiveNotification(
    ChannelRouter channels, IOrderStore orders, OrderCommit commit,
    ILogger<ReceiveNotification> logger)
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
            return new InboxAnswer(InboxVerdict.Refused, "fail");
        }

        switch (channel.Read(raw))
        {
            case Genuine genuine:
                return await ApplyAsync(channel, raw.Account, genuine, cancellation);
            case Uninteresting uninteresting:
                Log.Uninteresting(logger, channelName, raw.Account, uninteresting.Reason);
                return new InboxAnswer(InboxVerdict.Accepted, channel.Accepted);
            case NotAccepted refused:
                Log.Refused(logger, channelName, raw.Account, refused.Why);
                return new InboxAnswer(InboxVerdict.Refused, channel.NotAccepted);
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<InboxAnswer> ApplyAsync(
        IReceiveNotification channel, string account, Genuine genuine,
        CancellationToken cancellation)
    {
        var id = genuine.Number.Id;
        var stored = await orders.FindAsync(id, cancellation);
        var command = CommandOf(account, genuine);
        if (command is null)
        {
            return new InboxAnswer(InboxVerdict.Accepted, channel.Accepted);
        }

        var decision = await commit.ApplyAsync(id, stored, command, cancellation);
        if (decision is Refused refused)
        {
            Log.Contradiction(logger, channel.Name, account, id.Value, refused.Why);
            return new InboxAnswer(InboxVerdict.Refused, channel.NotAccepted);
        }

        return new InboxAnswer(InboxVerdict.Accepted, channel.Accepted);
    }

    /// <summary>The account is the one whose key verified the bytes, never the attempt's own.
    /// </summary>
    private static OrderCommand? CommandOf(string account, Genuine genuine)
        => genuine.Outcome switch
        {
            Succeeded paid => new Succeed(
                genuine.Number.Attempt, account, paid.Total, paid.ChannelTradeNo, paid.PaidAt),
            Declined => new Decline(genuine.Number.Attempt, account),
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

        // Strangers try addresses: this alone is no alarm, and their text stays out of the log.
        [LoggerMessage(4, LogLevel.Warning, "Notification refused: {Why}.")]
        public static partial void NoChannel(ILogger logger, NotificationRefusal why);
    }
}
