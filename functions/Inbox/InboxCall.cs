using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PayFunctions.Channels;
using PayFunctions.Channels.Wire;
using PayFunctions.Host;
using PayFunctions.MerchantApi;

namespace PayFunctions.Inbox;

/// <summary>
/// Hands a notification's raw bytes on, and answers the channel in its own words. Trouble of ours
/// is a
/// 503 that makes the channel send again.
/// </summary>
internal sealed partial class InboxCall(
    ReceiveNotification receive, ILogger<InboxCall> logger)
{
    private const string NotNow = "fail";

    /// <summary>Runs for a POST with a body or a GET with a query.</summary>
    public Task<IResult> RunAsync(
        HttpRequest request, string channel, string account, CancellationToken cancellation)
        => RunAsync(
            request, account, raw => receive.RunAsync(channel, raw, cancellation), cancellation);

    /// <summary>Runs for a notification that somebody else takes.</summary>
    public async Task<IResult> RunAsync(
        HttpRequest request, string account,
        Func<RawNotification, Task<InboxAnswer>> taking, CancellationToken cancellation)
    {
        try
        {
            var body = HttpMethods.IsGet(request.Method)
                ? new BodyReading(BodyVerdict.Read, QueryBytes(request))
                : await BoundedBody.ReadAsync(
                    request, ReceiveNotification.MaxBytes, cancellation);
            if (body.Verdict == BodyVerdict.TooLarge)
            {
                Log.TooLarge(logger, NotificationRefusal.BodyTooLarge);
                return Results.Text(NotNow, statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            var answer = await taking(
                new RawNotification(account, request.Method, request.ContentType, body.Bytes)
                {
                    Headers = HeadersOf(request),
                });
            return Results.Text(
                answer.Reply.Body,
                answer.Reply.ContentType,
                statusCode: answer.Verdict switch
                {
                    InboxVerdict.Accepted => StatusCodes.Status200OK,
                    InboxVerdict.NotNow => StatusCodes.Status503ServiceUnavailable,
                    _ => StatusCodes.Status400BadRequest,
                });
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.Trouble(logger, e);
            return Results.Text(NotNow, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static WireHeaders HeadersOf(HttpRequest request)
        => WireHeaders.Of(request.Headers.SelectMany(
            static h => h.Value.Select(v => KeyValuePair.Create(h.Key, v ?? ""))));

    private static byte[] QueryBytes(HttpRequest request)
        => System.Text.Encoding.UTF8.GetBytes(
            request.QueryString.Value?.TrimStart('?') ?? "");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "ALARM notification_refused: {Why}.")]
        public static partial void TooLarge(ILogger logger, NotificationRefusal why);

        [LoggerMessage(2, LogLevel.Warning, "A notification could not be taken now.")]
        public static partial void Trouble(ILogger logger, Exception exception);
    }
}
