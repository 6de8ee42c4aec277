using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace PayFunctions.Sdk;

/// <summary>One notification over HTTP: read, verify, handle, answer.</summary>
internal sealed partial class PayNotificationReceiver(
    Func<IServiceProvider, PayNotification, CancellationToken, Task> handler,
    PayVerifier verifier,
    TimeProvider clock,
    ILogger<PayNotificationReceiver> logger)
{
    private static readonly TimeSpan BodyTimeout = TimeSpan.FromSeconds(10);

    public async Task ReceiveAsync(HttpContext context)
    {
        if (!IsForm(context.Request))
        {
            await AnswerAsync(context, 415, "A notification is a plain form.")
                .ConfigureAwait(false);
            return;
        }

        byte[]? form;
        using (var limit = new CancellationTokenSource(BodyTimeout, clock))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(
            limit.Token, context.RequestAborted))
        {
            try
            {
                form = await BoundedBody
                    .ReadAsync(context.Request.Body, SignedForm.BytesMax, either.Token)
                    .ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await AnswerAsync(context, 408, "The notification did not arrive in time.")
                    .ConfigureAwait(false);
                return;
            }
        }

        var verification = form is null
            ? new PayVerification<PayNotification>(PayVerdict.TooLarge)
            : await verifier.VerifyAsync(form, context.RequestAborted).ConfigureAwait(false);
        if (!verification.IsGenuine)
        {
            Log.Refused(logger, verification.Verdict);
            var (status, sentence) = Refusal(verification.Verdict);
            await AnswerAsync(context, status, sentence).ConfigureAwait(false);
            return;
        }

        await HandleAsync(context, verification.Response).ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context, PayNotification notification)
    {
        // What a handler throws is the merchant's affair and may be anything; the task tells.
        var handling = RunAsync(context, notification);
        await handling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (handling.IsCompletedSuccessfully)
        {
            Log.Handled(logger, notification.NotifyId, notification.OrderVersion);
            await AnswerAsync(context, 200, verifier.AnswerWord).ConfigureAwait(false);
            return;
        }

        Log.NotHandled(logger, notification.NotifyId, handling.Exception?.InnerException);
        await AnswerAsync(context, 500, "The notification was not handled; send it again.")
            .ConfigureAwait(false);
    }

    private async Task RunAsync(HttpContext context, PayNotification notification)
        => await handler(context.RequestServices, notification, context.RequestAborted)
            .ConfigureAwait(false);

    private static bool IsForm(HttpRequest request)
        => MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(
                "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            && request.Headers.ContentEncoding.Count == 0;

    private static (int Status, string Sentence) Refusal(PayVerdict verdict)
        => verdict switch
        {
            PayVerdict.TooLarge => (413, "The notification is too large."),
            PayVerdict.Malformed or PayVerdict.DuplicateParameter
                or PayVerdict.CharsetNotAllowed or PayVerdict.VersionUnsupported
                => (400, "The notification cannot be read."),
            PayVerdict.WrongApplication => (403, "The notification is for another application."),
            PayVerdict.Stale => (401, "The notification is too old or too new."),
            _ => (401, "The notification is not signed by a known key of the gateway."),
        };

    private static async Task AnswerAsync(HttpContext context, int status, string text)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        var body = Encoding.ASCII.GetBytes(text);
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Notice {NotifyId} handled: version {Version}.")]
        public static partial void Handled(ILogger logger, string notifyId, long version);

        [LoggerMessage(2, LogLevel.Warning, "A notice was refused: {Verdict}.")]
        public static partial void Refused(ILogger logger, PayVerdict verdict);

        [LoggerMessage(3, LogLevel.Error, "Notice {NotifyId} was not handled and will come again.")]
        public static partial void NotHandled(
            ILogger logger, string notifyId, Exception? exception);
    }
}
