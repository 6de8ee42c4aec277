using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>
/// Tells whether a notification was ours, what it said and how its delivery went.
/// </summary>
internal sealed class QueryNotification(IOrderStore orders)
{
    /// <summary>
    /// The order and the notice, or null when the application has no such notice.
    /// </summary>
    public async Task<NoticeView?> RunAsync(
        Application application, NotifyId id, CancellationToken cancellation)
    {
        var file = await orders.FindFileAsync(id.Order, cancellation);
        return file is not null
            && string.Equals(
                file.Order.Order.AppId, application.AppId, StringComparison.Ordinal)
            && file.Notices.FirstOrDefault(n => n.Notice.Id == id) is { } stored
                ? new NoticeView(file.Order.Order, stored)
                : null;
    }
}
