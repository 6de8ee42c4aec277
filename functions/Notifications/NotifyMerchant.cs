using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;
using PayFunctions.Ledger;
using PayFunctions.MerchantApi;
using PayFunctions.Net;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>
/// Makes one attempt to tell the merchant. Post, then plan the next attempt, then record this one:
/// a cut between any two leads to one more post with the same notify_id, never one less.
/// </summary>
internal sealed partial class NotifyMerchant(
    IOrderStore orders, INoticeQueue queue, ApplicationDirectory applications, KeyRing keys,
    IOptions<KeysOptions> options, GuardedClient client, TimeProvider time,
    ILogger<NotifyMerchant> logger)
{
    /// <summary>How long a failing host is left alone when its circuit does not say.</summary>
    private static readonly TimeSpan HostPause = TimeSpan.FromSeconds(30);

    /// <summary>How often an acceptance is recorded again after lost races.</summary>
    private const int MaxTries = 5;

    /// <summary>Runs for a notice that is due.</summary>
    /// <param name="order">The order.</param>
    /// <param name="stored">The notice.</param>
    /// <param name="journaled">Entries that the record of the attempt lets be forgotten.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the attempt was recorded, and the entries forgotten with it.</returns>
    public async Task<bool> RunAsync(
        StoredOrder order, StoredNotice stored, IReadOnlyList<JournalEntry> journaled,
        CancellationToken cancellation)
    {
        var notice = stored.Notice;
        Warn(order.Order, notice);
        var application = await applications.FindAsync(order.Order.AppId, cancellation)
            ?? throw new InvalidOperationException(
                $"Application {order.Order.AppId} of order {order.Order.Id} is not registered.");
        var at = time.GetUtcNow();
        var result = await client.PostFormAsync(
            new Uri(order.Order.Terms.NotifyUrl),
            await SignedBodyAsync(order.Order, notice, at, cancellation),
            application.AllowHttp ? UrlSchemes.HttpToo : UrlSchemes.HttpsOnly,
            cancellation);
        if (result.Outcome == DeliveryOutcome.CircuitOpen)
        {
            // Nothing was sent: the attempt is not spent, only put off.
            await queue.PlanAsync(
                new NoticeMessage(notice.Id, notice.NextAttempt),
                result.RetryAfter ?? HostPause, cancellation);
            return false;
        }

        var attempt = Read(result, application, at);
        var delay = NoticeRules.DelayAfter(
            notice, attempt, NotifySchedule.Find(application.NotifySchedule)
                ?? NotifySchedule.Default, result.RetryAfter);

        if (delay is { } wait)
        {
            await queue.PlanAsync(
                new NoticeMessage(notice.Id, notice.NextAttempt + 1), wait, cancellation);
        }

        // Told before it is recorded: a process that dies between the two tells it twice.
        var next = NoticeRules.After(notice, attempt, delay);
        Tell(next, attempt);
        if (await orders.SaveAsync(next, stored.ETag, journaled, cancellation)
            == CommitVerdict.Committed)
        {
            return true;
        }

        if (next.State == NoticeState.Delivered)
        {
            await KeepAsync(notice.Id, attempt, cancellation);
        }

        return false;
    }

    /// <summary>
    /// An acceptance counts although another attempt, made at the same time, was recorded first.
    /// </summary>
    private async Task KeepAsync(
        NotifyId id, NoticeAttempt accepted, CancellationToken cancellation)
    {
        for (var i = 0; i < MaxTries; i++)
        {
            var file = await orders.FindFileAsync(id.Order, cancellation);
            var stored = file?.Notices.FirstOrDefault(n => n.Notice.Id == id);
            if (stored is not { Notice: { State: not NoticeState.Delivered } notice }
                || notice.NextAttempt > Notice.MaxAttempts
                || await orders.SaveAsync(
                    NoticeRules.After(notice, accepted, delay: null), stored.ETag, [], cancellation)
                    == CommitVerdict.Committed)
            {
                return;
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> SignedBodyAsync(
        Order order, Notice notice, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = await keys.CurrentAsync(options.Value.SigningKey, cancellation);
        var fields = NotificationForm.Of(order, notice, key.KeyId, now);
        var sign = await key.SignAsync(ParameterSignature.BytesOf(fields), cancellation);
        return Encoding.UTF8.GetBytes(
            FormText.Write(fields.Append(KeyValuePair.Create("sign", sign))));
    }

    private static NoticeAttempt Read(
        DeliveryResult result, Application application, DateTimeOffset at)
    {
        var duration = (long)result.Duration.TotalMilliseconds;
        if (result is not { Outcome: DeliveryOutcome.Answered, Status: { } status })
        {
            return new NoticeAttempt(at, WordOf(result.Outcome), null, null, duration);
        }

        var kept = Math.Min(result.Body.Length, NoticeAttempt.AnswerBytesKept);
        return new NoticeAttempt(
            at,
            NoticeRules.Judge(
                status, Encoding.UTF8.GetString(result.Body.Span), application.AnswerWord),
            status,
            Encoding.UTF8.GetString(result.Body.Span[..kept]),
            duration);
    }

    private static string WordOf(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Refused => "url_refused",
        DeliveryOutcome.CircuitOpen => "circuit_open",
        DeliveryOutcome.DnsFailed => "dns_failed",
        DeliveryOutcome.ConnectFailed => "connect_failed",
        DeliveryOutcome.TlsFailed => "tls_failed",
        DeliveryOutcome.TimedOut => "timed_out",
        DeliveryOutcome.TooLarge => "answer_too_large",
        DeliveryOutcome.Cut => "answer_cut",
        DeliveryOutcome.Answered => NoticeRules.NotAccepted,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>
    /// A failed refund is a human's matter too. He is called with the first attempt to tell the
    /// merchant, which no dying process prevents: once, or more often.
    /// </summary>
    private void Warn(Order order, Notice notice)
    {
        if (notice is { Attempts.IsEmpty: true, Refund: { } number }
            && notice.RefundState is RefundState.Failed or RefundState.Abnormal
            && order.FindRefund(number) is { } refund)
        {
            Log.RefundFailed(
                logger, order.Id.Value, refund.Number, refund.Origin, refund.Total.Fen,
                refund.Failure);
        }
    }

    private void Tell(Notice notice, NoticeAttempt attempt)
    {
        var id = notice.Id.ToString();
        switch (notice.State)
        {
            case NoticeState.Delivered:
                Log.Delivered(logger, id, notice.Attempts.Length);
                break;
            case NoticeState.Pending:
                Log.NotAccepted(logger, id, notice.Attempts.Length, attempt.Outcome);
                break;
            default:
                Log.GaveUp(logger, id, notice.Attempts.Length, attempt.Outcome);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Notice {NotifyId} accepted at attempt {Attempt}.")]
        public static partial void Delivered(ILogger logger, string notifyId, int attempt);

        [LoggerMessage(2, LogLevel.Warning,
            "Notice {NotifyId} not accepted at attempt {Attempt}: {Outcome}.")]
        public static partial void NotAccepted(
            ILogger logger, string notifyId, int attempt, string outcome);

        [LoggerMessage(3, LogLevel.Error,
            "ALARM notice_exhausted: notice {NotifyId} was given up after {Attempts} attempts: "
            + "{Outcome}; it can be sent again by hand.")]
        public static partial void GaveUp(
            ILogger logger, string notifyId, int attempts, string outcome);

        [LoggerMessage(4, LogLevel.Error,
            "ALARM refund_failed: order {TransactionId} refund {Refund} ({Origin}) of "
            + "{RefundFee} fen failed at the channel: {Reason}.")]
        public static partial void RefundFailed(
            ILogger logger, string transactionId, int refund, RefundOrigin origin,
            long refundFee, string? reason);
    }
}
