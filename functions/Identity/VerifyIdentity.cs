using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>
/// Has a person checked. The check is written before the channel is asked, so that its news finds
/// it; the person goes to the channel and nowhere else.
/// </summary>
internal sealed partial class VerifyIdentity(
    IVerificationStore store, ChannelRouter channels, ChooseAccount choose, ReadIdentityKey keys,
    IdentityCommit commit, LimitIdentity limit, GatewayAddress gateway, TimeProvider time,
    ILogger<VerifyIdentity> logger)
{
    /// <summary>Runs for an application that has been authenticated.</summary>
    public async Task<IdentityResult> RunAsync(
        Application application, IdentityWish wish, Person person,
        CancellationToken cancellation)
    {
        if (channels.ForProduct<ICheckIdentity>(wish.Product) is not { } channel)
        {
            return new IdentityUnavailable();
        }

        if (channel.WrongMember(wish.Product, person) is { } wrong)
        {
            return new IdentityMemberWrong(wrong, !person.Has(wrong));
        }

        if (channel is IIdentityPage && wish.ReturnUrl is null)
        {
            return new IdentityMemberWrong("return_url", IsMissing: true);
        }

        if (await keys.RunAsync(cancellation) is not { } key)
        {
            return new IdentityNotNow();
        }

        var known = await store.FindAsync(
            key.IdOf(application.AppId, wish.OutVerifyNo), cancellation);
        var account = known?.Verification.Account
            ?? await choose.RunAsync(
                application, channel, wish.Product, wish.Account, cancellation);
        return account is null
            ? new IdentityUnavailable()
            : await AskAsync(
                channel, application, known, Wanted(application, wish, account, key, person),
                key, person, cancellation);
    }

    private Verification Wanted(
        Application application, IdentityWish wish, string account, IdentityKey key,
        Person person)
    {
        var now = time.GetUtcNow();
        return new Verification
        {
            Id = key.IdOf(application.AppId, wish.OutVerifyNo),
            AppId = application.AppId,
            OutVerifyNo = wish.OutVerifyNo,
            Product = wish.Product,
            Account = account,
            Person = key.Of(application.AppId, person),
            ReturnUrl = wish.ReturnUrl,
            CreatedAt = now,
            ExpiresAt = now + wish.Lifetime,
            AskedAt = now,
        };
    }

    private async Task<IdentityResult> AskAsync(
        ICheckIdentity channel, Application application, StoredVerification? known,
        Verification wanted, IdentityKey key, Person person, CancellationToken cancellation)
    {
        if (known is not null && !VerificationRules.IsSame(known.Verification, wanted))
        {
            return new IdentityContentDiffers();
        }

        if (VerificationRules.Ask(known?.Verification, wanted, wanted.AskedAt) is not { } next)
        {
            return new IdentityKnown(known!.Verification, IsNew: false);
        }

        if (await limit.RunAsync(application, cancellation) is { } limited)
        {
            return limited;
        }

        if (await store.SaveAsync(next, known?.ETag, cancellation) == CommitVerdict.RaceLost
            || await store.FindAsync(next.Id, cancellation) is not { } stored)
        {
            // Somebody asks for the same at the same time: one of us does.
            return await store.FindAsync(next.Id, cancellation) is { } other
                ? VerificationRules.IsSame(other.Verification, wanted)
                    ? new IdentityKnown(other.Verification, IsNew: false)
                    : new IdentityContentDiffers()
                : new IdentityNotNow();
        }

        var outcome = await channel.CheckAsync(
            new IdentityRequest(
                next.Account, next.Product, next.Number,
                gateway.IdentityNotifyUrl(
                    channel.Name, next.Account, next.Number,
                    key.SealOf(channel.Name, next.Account, next.Number)),
                gateway.IdentityReturnUrl(next.Id), next.AskedAt),
            person, cancellation);
        return await HearAsync(stored, next.Tries, outcome, known is null, cancellation);
    }

    private async Task<IdentityResult> HearAsync(
        StoredVerification stored, int attempt, IdentityOutcome outcome, bool isNew,
        CancellationToken cancellation)
    {
        if (outcome is IdentityUnknown unknown)
        {
            Log.Unknown(logger, stored.Verification.Id.Value, unknown.Reason);
        }

        var (state, reference) = IdentityNews.Of(outcome);
        var heard = await commit.HearAsync(stored, attempt, state, reference, cancellation);
        return heard.State == VerificationState.NotChecked
            ? new IdentityNotChecked((outcome as IdentityRefused)?.Reason)
            : new IdentityKnown(heard, isNew);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "What a channel says of check {VerificationId} is not known: {Reason}.")]
        public static partial void Unknown(
            ILogger logger, string verificationId, string reason);
    }
}
