using PayFunctions.Channels;

namespace PayFunctions.Tests.Cashier;

/// <summary>A channel that says what a test wants to hear, and counts the questions.</summary>
internal sealed class ScriptedChannel : IPagePayment, IQueryTrade
{
    public string Name => "alipay";

    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new("alipay_page", ProductKind.Page, "支付宝（电脑网页）", "Alipay on a computer"),
        new("alipay_wap", ProductKind.Page, "支付宝（手机网页）", "Alipay on a phone"),
    ];

    public ChannelOutcome Outcome { get; set; } = new Waiting("not yet");

    /// <summary>How long the address of the channel's page is.</summary>
    public int UrlLength { get; set; } = 500;

    public int Questions { get; private set; }

    public PageRequest? Opened { get; private set; }

    /// <summary>What opening a page comes to instead.</summary>
    public PageOpening? Opening { get; set; }

    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        Opened = request;
        const string gateway = "https://openapi.channel.example/gateway.do";
        const string start = gateway + "?content=";
        return Task.FromResult(Opening ?? new PageReady(new PageHandover(
            new Uri(start + new string('x', UrlLength - start.Length)),
            new Uri(gateway + "?charset=utf-8"),
            [KeyValuePair.Create("biz_content", "{\"subject\":\"<b>\"}")])));
    }

    public Task<ChannelOutcome> QueryAsync(TradeReference trade, CancellationToken cancellation)
    {
        Questions++;
        return Task.FromResult(Outcome);
    }
}
