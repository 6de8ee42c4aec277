using Microsoft.AspNetCore.Http;
using PayFunctions.Cashier;
using PayFunctions.Notifications;

namespace PayFunctions.Console;

/// <summary>Sends a notification again, from the page of its order.</summary>
internal sealed class ResendNotice(ResendNotification resend)
{
    /// <summary>Where the form goes.</summary>
    public static string PathOf(NotifyId id) => $"/console/notifications/{id}/resend";

    /// <summary>Runs for a form.</summary>
    public async Task<IResult> RunAsync(
        ConsoleVisitor visitor, string notifyId, CancellationToken cancellation)
        => NotifyId.TryParse(notifyId, out var id)
            && await resend.RunAsync(visitor.Application, id, cancellation) is { } view
            && ResendNotification.CanResend(view.Notice.Notice)
                ? new RedirectReply(
                    $"{ShowOrder.PathOf(id.Order)}?said={ShowOrder.SaidResent}")
                : ConsoleCall.Missing(visitor);
}
