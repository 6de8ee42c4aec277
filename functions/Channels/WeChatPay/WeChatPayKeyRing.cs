using PayFunctions.Channels.Wire;
using PayFunctions.Keys;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Keeps an account's platform certificates: fetched before the first call, then in time,
/// and once more when a message names one that is not known.</summary>
internal sealed class WeChatPayKeyRing(WeChatPayCall call, TimeProvider time)
{
    /// <summary>
    /// Sees to it that there is a key, and fetches what is due. Null when there is one, else why
    /// not. Who finds others fetching goes on with what is known.
    /// </summary>
    public async Task<string?> EnsureAsync(
        WeChatPayAccount account, CancellationToken cancellation)
    {
        var keys = account.Keys;
        if (keys.HasCertificates && time.GetUtcNow() >= keys.State.FetchAt)
        {
            await FetchAsync(
                account, keys.Preferred(time.GetUtcNow()) is null,
                state => time.GetUtcNow() >= state.FetchAt, cancellation);
        }

        return keys.Preferred(time.GetUtcNow()) is null
            ? $"WeChat Pay's certificates are not known: {keys.State.Trouble}"
            : null;
    }

    /// <summary>
    /// Fetches because a message names a serial number that is not known, but not too often. True
    /// when it is known now.
    /// </summary>
    public async Task<bool> LearnAsync(
        WeChatPayAccount account, string? serial, CancellationToken cancellation)
    {
        var keys = account.Keys;
        if (!keys.HasCertificates || serial is null)
        {
            return false;
        }

        if (time.GetUtcNow() >= keys.State.LearnAt)
        {
            await FetchAsync(
                account, waits: true, state => time.GetUtcNow() >= state.LearnAt, cancellation);
        }

        return keys.Find(serial, time.GetUtcNow()) is not null;
    }

    private async Task FetchAsync(
        WeChatPayAccount account, bool waits, Func<WeChatPayKeyState, bool> isDue,
        CancellationToken cancellation)
    {
        var keys = account.Keys;
        if (!await keys.Fetching.WaitAsync(
            waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation))
        {
            return;
        }

        try
        {
            // Somebody else may have fetched while this one waited.
            if (isDue(keys.State))
            {
                keys.State = await FetchAsync(account, cancellation);
            }
        }
        finally
        {
            keys.Fetching.Release();
        }
    }

    private async Task<WeChatPayKeyState> FetchAsync(
        WeChatPayAccount account, CancellationToken cancellation)
    {
        var reply = await AskAsync(account, cancellation);
        var now = time.GetUtcNow();
        var (certificates, reason) = reply.Answer is { } answer
            ? WeChatPayCertificates.Read(account, answer, now)
            : ([], reply.Reason);
        var learnAt = now + WeChatPayKeySchedule.BetweenUnknowns;
        return certificates.IsEmpty
            ? account.Keys.State with
            {
                FetchAt = now + WeChatPayKeySchedule.AfterTrouble,
                LearnAt = learnAt,
                Trouble = reason,
            }
            : new WeChatPayKeyState(
                certificates,
                WeChatPayKeySchedule.NextAfter(now, certificates.Max(static c => c.Until)),
                learnAt,
                "");
    }

    private async Task<WireReply> AskAsync(
        WeChatPayAccount account, CancellationToken cancellation)
    {
        try
        {
            return await call.RunAsync(
                account, WeChatPayRequest.Get(WeChatPayCertificates.Path), serial: null,
                cancellation);
        }
        catch (VaultBusyException)
        {
            // What was called for may have happened already: it is not to be lost for this.
            return WireReply.Trouble("the vault is busy");
        }
    }
}
