using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Simulation.Channel;

/// <summary>
/// The channel's own books: what was really paid, whatever the gateway believes. Written without a
/// look at the gateway's rules.
/// </summary>
internal sealed class ChannelTruth(TimeProvider time)
{
    private readonly Dictionary<ChannelOrderNo, Trade> trades = [];
    private readonly List<Letter> letters = [];

    /// <summary>How much longer than the order a page can be paid.</summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Every trade.</summary>
    public IEnumerable<Trade> Trades => trades.Values;

    /// <summary>Every notification.</summary>
    public IReadOnlyList<Letter> Letters => letters;

    /// <summary>The payer gets a link.</summary>
    public void Offer(PageRequest request)
        => trades.TryAdd(
            request.Order.NumberOf(request.Attempt),
            new Trade(
                request.Order.NumberOf(request.Attempt), request.Attempt.Account,
                request.Order.Terms.Total, request.Order.ExpiresAt + Grace));

    /// <summary>The payer logs in.</summary>
    public void Begin(Trade trade)
    {
        if (trade.Stage == TradeStage.Offered && time.GetUtcNow() < trade.PayableUntil)
        {
            trade.Stage = TradeStage.Begun;
        }
    }

    /// <summary>The payer pays, if the channel lets him.</summary>
    public bool Pay(Trade trade, bool silently = false)
    {
        Begin(trade);
        if (trade.Stage != TradeStage.Begun || time.GetUtcNow() >= trade.PayableUntil)
        {
            return false;
        }

        trade.Stage = TradeStage.Paid;
        trade.PaidAt = time.GetUtcNow();
        if (!silently)
        {
            Tell(trade);
        }

        return true;
    }

    /// <summary>The payer gives up.</summary>
    public void GiveUp(Trade trade)
    {
        if (trade.Stage == TradeStage.Begun)
        {
            trade.Stage = TradeStage.Ended;
            Tell(trade);
        }
    }

    /// <summary>What a query is answered.</summary>
    public ChannelOutcome Query(ChannelOrderNo number) => trades.GetValueOrDefault(number) switch
    {
        { Stage: TradeStage.Paid } paid => new Succeeded(paid.Total, paid.TradeNo, paid.PaidAt),
        { Stage: TradeStage.Ended } => new Declined("ended"),
        _ => new Waiting("not paid"),
    };

    /// <summary>What a close does and is answered.</summary>
    public ChannelOutcome Close(ChannelOrderNo number)
    {
        var trade = trades.GetValueOrDefault(number);
        if (trade is { Stage: TradeStage.Paid })
        {
            return new Waiting("paid: ask");
        }

        if (trade is { Stage: TradeStage.Begun })
        {
            trade.Stage = TradeStage.Ended;
        }

        return new Declined("ended, or never began");
    }

    private void Tell(Trade trade)
        => letters.Add(new Letter(trade.Number, trade.Account, time.GetUtcNow()));
}
