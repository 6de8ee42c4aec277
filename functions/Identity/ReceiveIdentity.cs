using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Inbox;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>
/// Takes a channel's notification about a check. It names no check: the address does, and is known
/// to the channel alone; and what it says of the person has to be what was asked.
/// </summary>
internal sealed partial class ReceiveIdentity(
    IVerificationStore store, ChannelRouter channels, ReadIdentityKey keys,
    IdentityCommit commit, GatewayAddress gateway, ILogger<ReceiveIdentity> logger)
{
    private static readonly NotificationReply Nothing = new("fail");

    /// <summary>Runs for a notification at the address of a check.</summary>
    public async Task<InboxAnswer> RunAsync(
        string channelName, string number, string seal, RawNotification raw,
        CancellationToken cancellation)
    {
        if (channels.ForName<IReceiveIdentity>(channelName) is not { } channel
            || !ChannelOrderNo.TryParse(number, out var about))
        {
            return new InboxAnswer(InboxVerdict.Refused, Nothing);
        }

        if (await keys.RunAsync(cancellation) is not { } key)
        {
            return new InboxAnswer(InboxVerdict.NotNow, channel.RefuseIdentity(null));
        }

        if (!key.IsSeal(seal, channel.Name, raw.Account, about))
        {
            Log.Stranger(logger, channel.Name);
            return new InboxAnswer(InboxVerdict.Refused, channel.RefuseIdentity(null));
        }

        var onward = gateway.IdentityReturnUrl(about.Id);
        switch (await channel.ReadIdentityAsync(raw, cancellation))
        {
            case GenuineIdentity genuine:
                return await ApplyAsync(channel, about, key, genuine, cancellation);
            case UninterestingIdentity uninteresting:
                Log.Uninteresting(logger, about.Id.Value, uninteresting.Reason);
                return new InboxAnswer(
                    InboxVerdict.Accepted, channel.AcceptIdentity(onward));
            case IdentityNotAccepted refused:
                Log.Refused(logger, channel.Name, raw.Account, refused.Why);
                return new InboxAnswer(
                    InboxVerdict.Refused, channel.RefuseIdentity(onward));
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<InboxAnswer> ApplyAsync(
        IReceiveIdentity channel, ChannelOrderNo about, IdentityKey key,
        GenuineIdentity genuine, CancellationToken cancellation)
    {
        var onward = gateway.IdentityReturnUrl(about.Id);
        if (await store.FindAsync(about.Id, cancellation) is not { } stored
            || !IsAbout(stored.Verification, key, genuine))
        {
            Log.Contradiction(logger, channel.Name, about.Id.Value);
            return new InboxAnswer(InboxVerdict.Refused, channel.RefuseIdentity(onward));
        }

        var heard = await commit.HearAsync(
            stored, about.Attempt, VerificationState.Passed, null, cancellation);
        if (heard.State == VerificationState.Passed)
        {
            return new InboxAnswer(InboxVerdict.Accepted, channel.AcceptIdentity(onward));
        }

        Log.Contradiction(logger, channel.Name, about.Id.Value);
        return new InboxAnswer(InboxVerdict.Refused, channel.RefuseIdentity(onward));
    }

    /// <summary>The name has to be the one that was asked about, and nothing else may be
    /// another's.</summary>
    private static bool IsAbout(
        Verification verification, IdentityKey key, GenuineIdentity genuine)
    {
        var asked = verification.Person;
        return Is(Person.Name, genuine.Name, asked.Name)
            && genuine.Said.All(said => said.Key switch
            {
                Person.CertificateNo => Is(said.Key, said.Value, asked.CertificateNo),
                Person.CardNo => Is(said.Key, said.Value, asked.CardNo),
                _ => true,
            });

        bool Is(string member, string value, string digest)
            => string.Equals(
                key.Of(verification.AppId, member, value), digest, StringComparison.Ordinal);
    }

    private static partial class Log
    {
        // Strangers try addresses: their text stays out of the log, and it is no alarm.
        [LoggerMessage(1, LogLevel.Warning,
            "A notification about a check of {Channel} came to an address that is none.")]
        public static partial void Stranger(ILogger logger, string channel);

        [LoggerMessage(2, LogLevel.Information,
            "A notification about check {VerificationId} says no success: {Reason}.")]
        public static partial void Uninteresting(
            ILogger logger, string verificationId, string reason);

        [LoggerMessage(3, LogLevel.Error,
            "ALARM notification_refused: {Channel}/{Account}: {Why}.")]
        public static partial void Refused(
            ILogger logger, string channel, string account, NotificationRefusal why);

        [LoggerMessage(4, LogLevel.Error,
            "ALARM identity_contradiction: {Channel} confirms for check {VerificationId} somebody "
            + "who is not the one that was asked about, or who was denied before.")]
        public static partial void Contradiction(
            ILogger logger, string channel, string verificationId);
    }
}
