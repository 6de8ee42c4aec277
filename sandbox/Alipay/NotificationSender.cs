using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>
/// Posts notifications, again by the documented gaps until the body is <c>success</c>.
/// </summary>
internal sealed class NotificationSender(
    AlipaySimulatorOptions options,
    NotificationLog log,
    FaultPlan faults,
    Background background,
    RSA key) : IDisposable
{
    private const int AnswerMaximum = 256;
    private const string Success = "success";
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(10);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
    });

    /// <summary>From each attempt to the next: eight attempts in all.</summary>
    public static IReadOnlyList<TimeSpan> Gaps { get; } =
    [
        TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
        TimeSpan.FromHours(15),
    ];

    /// <summary>Begins to notify about a trade; nothing where its order names no address.</summary>
    public void Start(Trade trade)
    {
        if (trade.Order.NotifyUrl.Length > 0)
        {
            background.TryStart(cancel => RunAsync(trade, cancel));
        }
    }

    /// <summary>One attempt, out of turn.</summary>
    /// <returns>Whether it was accepted.</returns>
    public async Task<bool> SendAsync(Trade trade, CancellationToken cancel)
    {
        var spoilt = faults.Take(Fault.WrongSignature) is not null;
        var now = options.Time.GetUtcNow();
        var form = Notice.Post(trade, now, key, spoilt);
        if (faults.Take(Fault.LostNotification) is not null)
        {
            log.Add(trade.NotifyId, new(now, null, string.Empty, "lost"));
            return false;
        }

        var twice = faults.Take(Fault.DoubleNotification) is not null;
        var attempts = await Task.WhenAll(
            Enumerable.Range(0, twice ? 2 : 1).Select(_ => AttemptAsync(trade, form, now, cancel)));
        return attempts.Any(static a => a);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task RunAsync(Trade trade, CancellationToken cancel)
    {
        if (faults.Take(Fault.LateNotification) is { } late)
        {
            await Task.Delay(TimeSpan.FromSeconds(late.Seconds), options.Time, cancel);
        }

        foreach (var gap in Gaps)
        {
            if (await SendAsync(trade, cancel))
            {
                return;
            }

            await Task.Delay(gap / options.TimeScale, options.Time, cancel);
        }

        await SendAsync(trade, cancel);
    }

    private async Task<bool> AttemptAsync(
        Trade trade, string form, DateTimeOffset now, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        NotificationAttempt attempt;
        try
        {
            attempt = await PostAsync(trade, form, now, both.Token);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested
            && error is HttpRequestException or IOException or OperationCanceledException)
        {
            attempt = new(now, null, error.GetType().Name, "failed");
        }

        log.Add(trade.NotifyId, attempt);
        return attempt.Outcome is NotificationAttempt.Accepted;
    }

    private async Task<NotificationAttempt> PostAsync(
        Trade trade, string form, DateTimeOffset now, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(form));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            $"application/x-www-form-urlencoded; charset={trade.Order.CharsetName}");
        using var request = new HttpRequestMessage(HttpMethod.Post, trade.Order.NotifyUrl)
        {
            Content = content,
        };
        using var response = await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        var buffer = new byte[AnswerMaximum];
        var length = await body.ReadAtLeastAsync(buffer, AnswerMaximum, false, cancel);
        var answer = Encoding.UTF8.GetString(buffer, 0, length);
        var accepted = response.StatusCode is System.Net.HttpStatusCode.OK
            && string.Equals(answer, Success, StringComparison.Ordinal);
        return new(
            now, (int)response.StatusCode, answer,
            accepted ? NotificationAttempt.Accepted : "refused");
    }
}
