using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;

namespace PayFunctions.Identity;

/// <summary>
/// What is known of a person. While a page is waited for its channel is asked too, where it can be,
/// at most once in a few seconds.
/// </summary>
internal sealed partial class QueryIdentity(
    IVerificationStore store, ChannelRouter channels, IdentityCommit commit,
    AskCooldown cooldown, TimeProvider time, ILogger<QueryIdentity> logger)
{
    /// <summary>The check; null where there is none, or it is another application's.</summary>
    /// <param name="id">The check.</param>
    /// <param name="appId">Who asks; null for whoever knows the id.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Verification?> RunAsync(
        OrderId id, string? appId, CancellationToken cancellation)
        => await store.FindAsync(id, cancellation) is { } stored
            && (appId is null || string.Equals(
                stored.Verification.AppId, appId, StringComparison.Ordinal))
            ? await AskAsync(stored, cancellation)
            : null;

    private async Task<Verification> AskAsync(
        StoredVerification stored, CancellationToken cancellation)
    {
        var known = stored.Verification;
        if (known is not { State: VerificationState.Waiting, Reference: { } reference }
            || channels.ForProduct<IQueryIdentity>(known.Product) is not { } channel
            || !cooldown.TryEnter(known.Id))
        {
            return known;
        }

        var outcome = await channel.QueryAsync(
            new IdentityPage(
                known.Account, known.Product, known.Number, reference, time.GetUtcNow()),
            cancellation);
        if (outcome is IdentityUnknown unknown)
        {
            Log.Unknown(logger, known.Id.Value, unknown.Reason);
        }

        var (state, _) = IdentityNews.Of(outcome);
        return await commit.HearAsync(stored, known.Tries, state, null, cancellation);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Check {VerificationId} is not decided: {Reason}.")]
        public static partial void Unknown(
            ILogger logger, string verificationId, string reason);
    }
}
