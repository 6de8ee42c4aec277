using PayFunctions.Channels;

namespace PayFunctions.Tests.Cashier;

/// <summary>A channel that says what a test wants to hear, and counts the questions.</summary>
internal sealed class ScriptedChannel : IPagePayment, IQueryTrade
{
    public string Name => "alipay";

    public IReadOnlyList<string> Products { get; } = ["alipay_page", "alipay_wap"];

    public ChannelOutcome Outcome { get; set; } = new Waiting("not yet");

    /// <summary>How long the address of the channel's page is.</summary>
    public int UrlLength { get; set; } = 500;

    public int Questions { get; private set; }

    public PageRequest? Opened { get; private set; }

    public bool HasAccount(string account)
        => string.Equals(account, "main", StringComparison.Ordinal);

    public Task<PageHandover> OpenAsync(PageRequest request, CancellationToken cancellation)
    {
        Opened = request;
        const string gateway = "https://openapi.channel.example/gateway.do";
        const string start = gateway + "?content=";
        return Task.FromResult(new PageHandover(
            new Uri(start + new string('x', UrlLength - start.Length)),
            new Uri(gateway + "?charset=utf-8"),
            [KeyValuePair.Create("biz_content", "{\"subject\":\"<b>\"}")]));
    }

    public Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Outcome);
    }
}
