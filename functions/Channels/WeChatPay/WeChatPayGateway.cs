using Microsoft.Extensions.Logging;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Channels.WeChatPay;

/// <summary>Says signed requests, and gives answers that were verified before they are read.
/// </summary>
internal sealed partial class WeChatPayGateway(
    WeChatPayCall call, WeChatPayKeyRing ring, TimeProvider time,
    ILogger<WeChatPayGateway> logger)
{
    /// <summary>
    /// The longest call, certificates and the backup host included: less than callers wait for.
    /// </summary>
    public static readonly TimeSpan CallMax = TimeSpan.FromSeconds(14);

    /// <summary>
    /// Sends, or asks. Every trouble on the way is a reason in the reply; only the caller's own
    /// cancellation and the signer throw, the latter before anything was sent.
    /// </summary>
    public async Task<WeChatPayReply> RunAsync(
        WeChatPayAccount account, WeChatPayRequest request, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(CallMax, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, cancellation);
        try
        {
            var reply = await AskAsync(account, request, both.Token);
            Report(account, reply);
            return reply;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return WeChatPayReply.Trouble("no answer in time");
        }
    }

    private async Task<WeChatPayReply> AskAsync(
        WeChatPayAccount account, WeChatPayRequest request, CancellationToken cancellation)
    {
        if (await ring.EnsureAsync(account, cancellation) is { } missing)
        {
            return WeChatPayReply.Trouble(missing);
        }

        var wire = await call.RunAsync(
            account, request, account.Keys.Preferred(time.GetUtcNow())?.Serial, cancellation);
        return wire.Answer is { } answer
            ? await ReadAsync(account, answer, cancellation)
            : WeChatPayReply.Trouble(wire.Reason);
    }

    private async Task<WeChatPayReply> ReadAsync(
        WeChatPayAccount account, WireAnswer wire, CancellationToken cancellation)
    {
        var (answer, verdict) = WeChatPayAnswer.Read(wire, account.Keys, time.GetUtcNow());
        if (verdict == WeChatPayVerdict.SerialUnknown
            && await ring.LearnAsync(
                account, wire.Headers.Find(WeChatPaySignature.SerialHeader), cancellation))
        {
            (answer, verdict) = WeChatPayAnswer.Read(wire, account.Keys, time.GetUtcNow());
        }

        return answer is null
            ? WeChatPayReply.Trouble($"the answer's signature: {verdict}")
            : WeChatPayReply.Of(answer);
    }

    private void Report(WeChatPayAccount account, WeChatPayReply reply)
    {
        if (reply.Answer is not { IsOk: false } answer)
        {
            return;
        }

        if (answer.Meaning == WeChatPayMeaning.Misconfigured)
        {
            Log.Misconfigured(logger, account.Name, answer.Reason, answer.RequestId);
        }
        else
        {
            Log.Refused(logger, account.Name, answer.Reason, answer.RequestId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM channel_account: wechatpay/{Account} was refused as it stands: {Reason} "
            + "(Request-ID {RequestId}).")]
        public static partial void Misconfigured(
            ILogger logger, string account, string reason, string requestId);

        [LoggerMessage(2, LogLevel.Information,
            "WeChat Pay answered wechatpay/{Account} with {Reason} (Request-ID {RequestId}).")]
        public static partial void Refused(
            ILogger logger, string account, string reason, string requestId);
    }
}
