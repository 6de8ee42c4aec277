using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Notifications;

/// <summary>
/// Plans an attempt at once, whatever became of the notice. An attempt that was planned for later
/// under the same number finds itself made.
/// </summary>
internal sealed class ResendNotification(
    QueryNotification query, INoticeQueue queue)
{
    /// <summary>The notice as it is now, or null when the application has no such notice.</summary>
    public async Task<NoticeView?> RunAsync(
        Application application, NotifyId id, CancellationToken cancellation)
    {
        var view = await query.RunAsync(application, id, cancellation);
        if (view is not null && CanResend(view.Notice.Notice))
        {
            await queue.PlanAsync(
                new NoticeMessage(id, view.Notice.Notice.NextAttempt), TimeSpan.Zero,
                cancellation);
        }

        return view;
    }

    /// <summary>Whether another attempt may be made.</summary>
    public static bool CanResend(Notice notice) => notice.Attempts.Length < Notice.MaxAttempts;
}
