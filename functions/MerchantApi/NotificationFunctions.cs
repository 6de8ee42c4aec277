using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace PayFunctions.MerchantApi;

/// <summary>Notifications, server to server.</summary>
internal sealed class NotificationFunctions(MerchantCall call, NotificationCalls notifications)
{
    /// <summary>Whether a notification is genuine, what it said, how its delivery goes.</summary>
    [Function("QueryNotification")]
    public Task<IResult> QueryAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "v1/notifications/{notify_id}")]
        HttpRequest request, string notify_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => notifications.QueryAsync(c, notify_id, t), cancellation);

    /// <summary>Sends it again at once.</summary>
    [Function("ResendNotification")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "v1/notifications/{notify_id}/resend")]
        HttpRequest request, string notify_id, CancellationToken cancellation)
        => call.RunAsync(
            request, (c, t) => notifications.ResendAsync(c, notify_id, request.ContentType, t),
            cancellation);
}
