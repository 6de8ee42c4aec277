using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PayFunctions.Cashier;

namespace PayFunctions.Console;

/// <summary>The merchant's pages.</summary>
internal sealed class ConsoleFunctions(
    ConsoleCall call, ShowToday today, ListOrders list, FindOrder find, ShowOrder show,
    RefundOrder refund, ResendNotice resend, ShowDays days)
{
    /// <summary>Opens a link that the merchant's key signed.</summary>
    [Function("SignInToConsole")]
    public Task<IResult> SignInAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/sign-in")]
        HttpRequest request, CancellationToken cancellation)
        => call.SignInAsync(request, cancellation);

    /// <summary>Ends the session.</summary>
    [Function("SignOutOfConsole")]
    public Task<IResult> SignOutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/sign-out")]
        HttpRequest request, CancellationToken cancellation)
        => call.SignOutAsync(request, cancellation);

    /// <summary>The day so far.</summary>
    [Function("ShowConsole")]
    public Task<IResult> TodayAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console")]
        HttpRequest request, CancellationToken cancellation)
        => call.PageAsync(
            request, async visitor => await today.RunAsync(visitor, cancellation), cancellation);

    /// <summary>Orders by state and time, or the one with a number.</summary>
    [Function("ShowConsoleOrders")]
    public Task<IResult> OrdersAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/orders")]
        HttpRequest request, CancellationToken cancellation)
        => call.PageAsync(
            request,
            async visitor => request.Query["number"].ToString().Trim() is { Length: > 0 } number
                ? await find.RunAsync(visitor.Application, number, cancellation) is { } id
                    ? new RedirectReply(ShowOrder.PathOf(id))
                    : ConsoleCall.Missing(visitor)
                : await list.RunAsync(visitor, cancellation),
            cancellation);

    /// <summary>One order.</summary>
    [Function("ShowConsoleOrder")]
    public Task<IResult> OrderAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "console/orders/{transaction_id}")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.PageAsync(
            request, visitor => show.RunAsync(visitor, transaction_id, cancellation),
            cancellation);

    /// <summary>Refunds it.</summary>
    [Function("RefundFromConsole")]
    public Task<IResult> RefundAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "console/orders/{transaction_id}/refund")]
        HttpRequest request, string transaction_id, CancellationToken cancellation)
        => call.FormAsync(
            request,
            (visitor, fields) => refund.RunAsync(visitor, transaction_id, fields, cancellation),
            cancellation);

    /// <summary>Sends a notification again.</summary>
    [Function("ResendFromConsole")]
    public Task<IResult> ResendAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post",
            Route = "console/notifications/{notify_id}/resend")]
        HttpRequest request, string notify_id, CancellationToken cancellation)
        => call.FormAsync(
            request, (visitor, _) => resend.RunAsync(visitor, notify_id, cancellation),
            cancellation);

    /// <summary>The last days.</summary>
    [Function("ShowConsoleDays")]
    public Task<IResult> DaysAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/days")]
        HttpRequest request, CancellationToken cancellation)
        => call.PageAsync(
            request, async visitor => await days.RunAsync(visitor, cancellation), cancellation);

    /// <summary>A day's statement.</summary>
    [Function("DownloadConsoleStatement")]
    public Task<IResult> StatementAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "console/statements/{date}")]
        HttpRequest request, string date, CancellationToken cancellation)
        => call.PageAsync(
            request, visitor => days.DownloadAsync(visitor, date, cancellation), cancellation);
}
