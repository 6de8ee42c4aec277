using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Keys;
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
    /// <summary>Runs for a notice that is due.</summary>
    public async Task RunAsync(
        StoredOrder order, StoredNotice stored, CancellationToken cancellation)
    {
        var notice = stored.Notice;
        var application = await applications.FindAsync(order.Order.AppId, cancellation)
            ?? throw new InvalidOperationException(
                $"Application {order.Order.AppId} of order {order.Order.Id} is not registered.");
        var at = time.GetUtcNow();
        var result = await client.PostFormAsync(
            new Uri(order.Order.Terms.NotifyUrl), application.AllowHttp,
            await SignedBodyAsync(order.Order, notice, at, cancellation), cancellation);
        var attempt = Read(result, application, at);
        var delay = NoticeRules.DelayAfter(
            notice, attempt, NotifySchedule.Find(application.NotifySchedule)
                ?? NotifySchedule.Default, result.RetryAfter);

        if (delay is { } wait)
        {
            await queue.PlanAsync(
                new NoticeMessage(notice.Id, notice.NextAttempt + 1), wait, cancellation);
        }

        var next = NoticeRules.After(notice, attempt, delay);
        await orders.SaveAsync(next, stored.ETag, cancellation);
        Tell(next, attempt);
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
        var answer = Encoding.UTF8.GetString(result.Body.Span);
        var kept = result.Body.Length <= NoticeAttempt.AnswerBytesKept
            ? answer
            : Encoding.UTF8.GetString(result.Body.Span[..NoticeAttempt.AnswerBytesKept]);
        return result.Status is { } status
            ? new NoticeAttempt(
                at, NoticeRules.Judge(status, answer, application.AnswerWord), status, kept,
                (long)result.Duration.TotalMilliseconds)
            : new NoticeAttempt(
                at, result.Word, null, null, (long)result.Duration.TotalMilliseconds);
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
    }
}
