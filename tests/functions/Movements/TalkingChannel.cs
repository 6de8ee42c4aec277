using PayFunctions.Channels;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Movements;

/// <summary>A channel that answers per attempt, and remembers what it was asked.</summary>
internal sealed class TalkingChannel : IPagePayment, IQueryTrade, ICloseTrade
{
    /// <inheritdoc/>
    public string Name => "alipay";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelProduct> Products { get; } =
    [
        new(An.Product, ProductKind.Page, "页面", "Page"),
        new("alipay_wap", ProductKind.Page, "手机", "Phone"),
    ];

    /// <summary>What a query of an attempt is answered; what is not here is waiting.</summary>
    public Dictionary<int, ChannelOutcome> Query { get; } = [];

    /// <summary>What a close of an attempt is answered; what is not here is ended.</summary>
    public Dictionary<int, ChannelOutcome> Close { get; } = [];

    /// <summary>Runs in the middle of a query.</summary>
    public Func<int, Task> DuringQuery { get; set; } = static _ => Task.CompletedTask;

    /// <summary>What it was asked: <c>query 1</c>, <c>close 2</c> ….</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The pages it opened.</summary>
    public List<PageRequest> Opened { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> FaultsOf(AccountMaterial material) => [];

    /// <inheritdoc/>
    public Task<PageOpening> OpenPageAsync(
        PageRequest request, CancellationToken cancellation)
    {
        Opened.Add(request);
        var page = new Uri("https://channel.example/");
        return Task.FromResult<PageOpening>(new PageReady(new PageHandover(page, page, [])));
    }

    /// <inheritdoc/>
    public async Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Asked.Add($"query {trade.Number.Attempt}");
        await DuringQuery(trade.Number.Attempt);
        return Query.GetValueOrDefault(trade.Number.Attempt) ?? new Waiting("not paid");
    }

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
    {
        Asked.Add($"close {trade.Number.Attempt}");
        return Task.FromResult(
            Close.GetValueOrDefault(trade.Number.Attempt) ?? new Declined("ended"));
    }
}
