using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>Makes a planned attempt, unless it was made before.</summary>
internal sealed class NoticeConsumer(IOrderStore orders, NotifyMerchant notify)
{
    /// <summary>Handles one message; an exception makes it come again.</summary>
    public async Task RunAsync(NoticeMessage message, CancellationToken cancellation)
    {
        var file = await orders.FindFileAsync(message.Id.Order, cancellation);
        var stored = file?.Notices.FirstOrDefault(n => n.Notice.Id == message.Id);
        if (stored is not null && NoticeRules.IsDue(stored.Notice, message.Attempt))
        {
            await notify.RunAsync(file!.Order, stored, cancellation);
        }
    }
}
