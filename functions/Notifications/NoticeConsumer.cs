using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Host;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>Makes a planned attempt, unless it was made before.</summary>
internal sealed partial class NoticeConsumer(
    IOrderStore orders, INoticeQueue queue, NotifyMerchant notify,
    IOptions<TroubleOptions> trouble, ILogger<NoticeConsumer> logger)
{
    /// <summary>
    /// Handles one message. Trouble that passes puts it off, however long it lasts: the runtime
    /// gives a message up after a few exceptions, and with it the news.
    /// </summary>
    public async Task RunAsync(NoticeMessage message, CancellationToken cancellation)
    {
        try
        {
            await RepeatAsync(message, cancellation);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.PutOff(logger, e, message.Id.ToString());
            await queue.PlanAsync(message, trouble.Value.Pause, cancellation);
        }
    }

    private async Task RepeatAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var file = await orders.FindFileAsync(message.Id.Order, cancellation);
        var stored = file?.Notices.FirstOrDefault(n => n.Notice.Id == message.Id);
        if (stored is not null && NoticeRules.IsDue(stored.Notice, message.Attempt))
        {
            await notify.RunAsync(file!.Order, stored, [], cancellation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Notice {NotifyId} could not be sent now; its message is put off.")]
        public static partial void PutOff(
            ILogger logger, Exception exception, string notifyId);
    }
}
