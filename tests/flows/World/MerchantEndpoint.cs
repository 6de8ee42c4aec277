using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Flows.World;

/// <summary>A merchant's server that keeps every notification as it came.</summary>
internal sealed class MerchantEndpoint : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly ConcurrentQueue<ReceivedNotice> received = [];
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);

    private MerchantEndpoint(WebApplication web) => this.web = web;

    /// <summary>The address for <c>notify_url</c>.</summary>
    public string NotifyUrl => new Uri(new Uri(web.Urls.First()), "/notify").AbsoluteUri;

    /// <summary>The address for <c>return_url</c>, with a parameter of its own.</summary>
    public string ReturnUrl
        => new Uri(new Uri(web.Urls.First()), "/done?basket=7").AbsoluteUri;

    /// <summary>What came, oldest first.</summary>
    public IReadOnlyList<ReceivedNotice> All => [.. received];

    /// <summary>Opens it on a free port.</summary>
    public static async Task<MerchantEndpoint> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(
            static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var endpoint = new MerchantEndpoint(builder.Build());
        endpoint.web.MapPost("/notify", endpoint.ReceiveAsync);
        await endpoint.web.StartAsync(cancel);
        return endpoint;
    }

    /// <summary>What came about an order, oldest first.</summary>
    public IReadOnlyList<ReceivedNotice> Of(string outTradeNo)
        => [.. received.Where(
            n => string.Equals(n.Fields["out_trade_no"], outTradeNo, StringComparison.Ordinal))];

    /// <summary>What to answer about an order from now on; <c>success</c> unless said.</summary>
    public void Answer(string outTradeNo, string word) => answers[outTradeNo] = word;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancel)
    {
        using var reader = new StreamReader(request.Body);
        var notice = new ReceivedNotice(await reader.ReadToEndAsync(cancel));
        received.Enqueue(notice);
        return Results.Text(answers.GetValueOrDefault(notice.Fields["out_trade_no"], "success"));
    }
}
