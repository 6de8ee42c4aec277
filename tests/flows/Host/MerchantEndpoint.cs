using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Where the merchant is told; it answers <c>success</c> and keeps what it heard.
/// </summary>
internal sealed class MerchantEndpoint : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly ConcurrentDictionary<string, Inbox> heard = new(StringComparer.Ordinal);
    private readonly WebApplication web;

    private MerchantEndpoint(WebApplication web)
    {
        this.web = web;
        // As a RequestDelegate its word would be dropped.
        web.MapPost("/told", (Delegate)TakeAsync);
    }

    /// <summary>The <c>notify_url</c>.</summary>
    public Uri NotifyUrl => new(new Uri(web.Urls.First()), "/told");

    /// <summary>Starts it on a free port.</summary>
    public static async Task<MerchantEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var endpoint = new MerchantEndpoint(builder.Build());
        await endpoint.web.StartAsync();
        return endpoint;
    }

    /// <summary>The notify_ids of every post about an order, in order.</summary>
    public IReadOnlyList<string> HeardOf(string outTradeNo) => [.. Of(outTradeNo).Ids];

    /// <summary>Waits for a post about an order that nobody has waited for yet.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public async Task WhenToldAsync(string outTradeNo, string about = "")
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            await Of(outTradeNo).Posts.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException over)
        {
            throw new TimeoutException(
                $"The merchant was not told of {outTradeNo}. {about}", over);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => web.DisposeAsync();

    private Inbox Of(string outTradeNo) => heard.GetOrAdd(outTradeNo, static _ => new Inbox());

    private async Task<string> TakeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var inbox = Of(form["out_trade_no"].ToString());
        inbox.Ids.Enqueue(form["notify_id"].ToString());
        inbox.Posts.Writer.TryWrite(form["notify_id"].ToString());
        return "success";
    }

    private sealed class Inbox
    {
        public ConcurrentQueue<string> Ids { get; } = new();

        public Channel<string> Posts { get; } = Channel.CreateUnbounded<string>();
    }
}
