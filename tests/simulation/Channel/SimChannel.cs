using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Seams;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>The adapter to the simulated channel. What it cannot hear is Unknown.</summary>
internal sealed class SimChannel(ChannelTruth truth, Seam seam)
    : IPagePayment, IQueryTrade, ICloseTrade, IReceiveNotification
{
    /// <summary>The channel's name.</summary>
    public const string ChannelName = "sim";

    /// <summary>Its only account.</summary>
    public const string AccountName = "main";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public IReadOnlyList<string> Products { get; } = ["sim_page", "sim_wap"];

    /// <inheritdoc/>
    public string Accepted => "success";

    /// <inheritdoc/>
    public string NotAccepted => "fail";

    /// <inheritdoc/>
    public bool HasAccount(string account)
        => string.Equals(account, AccountName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public Task<PageHandover> OpenAsync(PageRequest request, CancellationToken cancellation)
        => seam.CrossAsync("channel.open", () =>
        {
            truth.Offer(request);
            var page = new Uri("https://channel.example/pay");
            return Task.FromResult(new PageHandover(page, page, []));
        });

    /// <inheritdoc/>
    public Task<ChannelOutcome> QueryAsync(
        TradeReference trade, CancellationToken cancellation)
        => AskAsync("channel.query", () => truth.Query(trade.Number));

    /// <inheritdoc/>
    public Task<ChannelOutcome> CloseAsync(
        TradeReference trade, CancellationToken cancellation)
        => AskAsync("channel.close", () => truth.Close(trade.Number));

    /// <inheritdoc/>
    public NotificationReading Read(RawNotification notification)
        => ChannelOrderNo.TryParse(
            Encoding.UTF8.GetString(notification.Body.Span), out var number)
                ? new Genuine(number, truth.Query(number))
                : new NotAccepted(NotificationRefusal.Malformed);

    private async Task<ChannelOutcome> AskAsync(string name, Func<ChannelOutcome> ask)
    {
        try
        {
            return await seam.CrossAsync(name, () => Task.FromResult(ask()));
        }
        catch (HttpRequestException e)
        {
            return new Unknown(e.Message);
        }
    }
}
