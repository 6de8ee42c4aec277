using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Tests.Channels.Wire;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>The channel, and WeChat Pay on loopback, which signs what it is told to say.</summary>
internal sealed class WeChatPayTalk : IAsyncDisposable
{
    private readonly Dictionary<string, Func<HttpContext, Task>> answers =
        new(StringComparer.Ordinal);

    private WeChatPayTalk(LoopbackChannel host, WeChatPayBench bench)
    {
        Host = host;
        Bench = bench;
        host.Answer = AnswerAsync;
    }

    public LoopbackChannel Host { get; }

    public WeChatPayBench Bench { get; }

    public WeChatPayChannel Channel => Bench.Channel;

    public static async Task<WeChatPayTalk> StartAsync(
        params (string Key, string? Value)[] settings)
    {
        var host = await LoopbackChannel.StartAsync();
        return new WeChatPayTalk(host, new WeChatPayBench(
        [
            ("base_uri", host.Origin),
            ("Channels:RetryDelay", "00:00:00"),
            ("Channels:BreakerCalls", "1000"),
            .. settings,
        ]));
    }

    /// <summary>Answers targets that end so with a signed success; without a body, 204.</summary>
    public void Says(
        string end, string body = "", RSA? key = null, string? serial = null, int status = 200)
        => answers[end] = context =>
        {
            context.Response.StatusCode = body.Length == 0 ? 204 : status;
            foreach (var (name, value) in Signed.Headers(
                body, Bench.Time.GetUtcNow(), key, serial))
            {
                context.Response.Headers[name] = value;
            }

            return WriteAsync(context, body);
        };

    /// <summary>Answers targets that end so with an error, which nobody signs.</summary>
    public void Refuses(string end, int status, string? code)
        => answers[end] = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["Request-ID"] = "08A5BC00000000000001-0";
            return WriteAsync(
                context, code is null ? "" : $$"""{"code":"{{code}}","message":"m"}""");
        };

    /// <summary>Answers targets that end so in any way.</summary>
    public void Answers(string end, Func<HttpContext, Task> answer) => answers[end] = answer;

    /// <summary>The targets that were asked, in their order.</summary>
    public IEnumerable<string> Targets => Host.Asked.Select(static a => a.Target);

    /// <summary>The body of the only request to such a target.</summary>
    public string Body(string end)
        => Host.Asked.Single(a => a.Target.EndsWith(end, StringComparison.Ordinal)).Body;

    public async ValueTask DisposeAsync()
    {
        Bench.Dispose();
        await Host.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var target = Host.Asked[^1].Target;
        var end = answers.Keys.Where(e => target.EndsWith(e, StringComparison.Ordinal))
            .MaxBy(static e => e.Length);
        if (end is not null)
        {
            return answers[end](context);
        }

        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static Task WriteAsync(HttpContext context, string body)
    {
        if (body.Length == 0)
        {
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
