using PayFunctions.Notifications;

namespace PayFunctions.MerchantApi;

/// <summary>The JSON dialect of the notification operations.</summary>
internal sealed class NotificationCalls(QueryNotification query, ResendNotification resend)
{
    /// <summary><c>GET /v1/notifications/{notify_id}</c>.</summary>
    public async Task<ApiAnswer> QueryAsync(
        VerifiedCall call, string notifyId, CancellationToken cancellation)
        => NotifyId.TryParse(notifyId, out var id)
            && await query.RunAsync(call.Application, id, cancellation) is { } view
                ? ApiAnswer.Done(NotificationJson.Of(view))
                : NotFound();

    /// <summary><c>POST /v1/notifications/{notify_id}/resend</c>.</summary>
    public async Task<ApiAnswer> ResendAsync(
        VerifiedCall call, string notifyId, string? contentType,
        CancellationToken cancellation)
    {
        if (JsonBody.Read(call.Body, contentType, [], []).Error is { } malformed)
        {
            return ApiAnswer.Failed(malformed);
        }

        if (!NotifyId.TryParse(notifyId, out var id)
            || await resend.RunAsync(call.Application, id, cancellation) is not { } view)
        {
            return NotFound();
        }

        return ResendNotification.CanResend(view.Notice.Notice)
            ? ApiAnswer.Done(NotificationJson.Of(view))
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.ResendsExhausted));
    }

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.NotificationNotFound));
}
