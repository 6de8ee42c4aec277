using System.Net.Http.Headers;
using System.Text;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// Sends notifications, again by the channel's gaps until the merchant accepts; no redirect is
/// followed.
/// </summary>
internal sealed class NotificationSender(
    NotificationOptions options, NotificationLog log, FaultPlan faults, Background background)
    : IDisposable
{
    private const int ReadMaximum = 4096;
    private const int KeptMaximum = 256;

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
    });

    /// <summary>Begins to notify, where there is something to tell.</summary>
    public void Start(Notification? notification)
    {
        if (notification is not null)
        {
            background.TryStart(cancel => RunAsync(notification, cancel));
        }
    }

    /// <summary>One attempt, out of turn.</summary>
    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> SendAsync(Notification notification, CancellationToken cancel)
    {
        var spoilt = Take(Fault.WrongSignature, notification) is not null;
        var now = options.Time.GetUtcNow();
        var message = notification.Write(now, spoilt);
        log.Sent(notification.OutTradeNo, message);
        if (Take(Fault.LostNotification, notification) is not null)
        {
            log.Add(
                notification.OutTradeNo,
                new(now, null, string.Empty, NotificationAttempt.Lost));
            return false;
        }

        var times = Take(Fault.DoubleNotification, notification) is null ? 1 : 2;
        var accepted = await Task.WhenAll(Enumerable.Range(0, times)
            .Select(_ => AttemptAsync(notification.OutTradeNo, message, now, cancel)));
        return accepted.Any(static a => a);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private FaultOrder? Take(string kind, Notification notification)
        => faults.Take(kind, outTradeNo: notification.OutTradeNo);

    private async Task RunAsync(Notification notification, CancellationToken cancel)
    {
        if (Take(Fault.LateNotification, notification) is { } late)
        {
            await Task.Delay(TimeSpan.FromSeconds(late.Seconds), options.Time, cancel);
        }

        foreach (var gap in options.Gaps)
        {
            if (await SendAsync(notification, cancel))
            {
                return;
            }

            await Task.Delay(gap / options.TimeScale, options.Time, cancel);
        }

        await SendAsync(notification, cancel);
    }

    private async Task<bool> AttemptAsync(
        string outTradeNo, WireMessage message, DateTimeOffset now, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.AttemptLimit, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        NotificationAttempt attempt;
        try
        {
            attempt = await PassAsync(message, now, both.Token);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested
            && error is HttpRequestException or IOException or OperationCanceledException
                or UriFormatException)
        {
            attempt = new(now, null, error.GetType().Name, NotificationAttempt.Failed);
        }

        log.Add(outTradeNo, attempt);
        return attempt.Outcome is NotificationAttempt.Accepted;
    }

    private async Task<NotificationAttempt> PassAsync(
        WireMessage message, DateTimeOffset now, CancellationToken cancel)
    {
        using var request = Request(message);
        using var response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[ReadMaximum];
        var length = await body.ReadAtLeastAsync(buffer, ReadMaximum, false, cancel);
        var answer = Encoding.UTF8.GetString(buffer, 0, length);
        var status = (int)response.StatusCode;
        return new(
            now, status, answer[..Math.Min(answer.Length, KeptMaximum)],
            options.IsAccepted(status, answer)
                ? NotificationAttempt.Accepted
                : NotificationAttempt.Refused);
    }

    private static HttpRequestMessage Request(WireMessage message)
    {
        var request = new HttpRequestMessage(HttpMethod.Parse(message.Method), message.Url);
        foreach (var (name, value) in message.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (message.ContentType.Length > 0)
        {
            request.Content = new ByteArrayContent(message.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(message.ContentType);
        }

        return request;
    }
}
