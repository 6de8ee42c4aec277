using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.IPayNow;

/// <summary>Every order of this world. A number is unique for its application.</summary>
internal sealed class TradeBook(IPayNowSimulatorOptions options)
{
    /// <summary>The most orders one run keeps.</summary>
    public const int Maximum = 100_000;

    private const string UsualChannel = "12";

    private readonly TimeProvider time = options.Time;
    private readonly Lock turn = new();
    private readonly Dictionary<(string AppId, string Number), Trade> trades = [];
    private readonly TradeNumbers numbers = new(options.Time);

    /// <summary>The orders, oldest first.</summary>
    public IReadOnlyList<Trade> All()
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return [.. trades.Values.Select(t => t.At(now)).OrderBy(static t => t.Created)];
        }
    }

    /// <summary>The oldest order under a merchant's number, whoever sells.</summary>
    public Trade? Find(string outTradeNo)
        => All().FirstOrDefault(t => string.Equals(
            t.Order.OutTradeNo, outTradeNo, StringComparison.Ordinal));

    /// <summary>An application's order.</summary>
    public Trade? Find(string appId, string outTradeNo)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.GetValueOrDefault((appId, outTradeNo))?.At(now);
        }
    }

    /// <summary>An application's refund or cancel, with its order.</summary>
    public (Trade Trade, Refund Refund)? FindRefund(string appId, string number, bool isCancel)
        => All().Where(t => string.Equals(
                t.Order.Application.AppId, appId, StringComparison.Ordinal))
            .SelectMany(static t => t.Refunds.Select(r => ((Trade, Refund)?)(t, r)))
            .FirstOrDefault(p => p!.Value.Item2.IsCancel == isCancel && string.Equals(
                p.Value.Item2.MerchantNo, number, StringComparison.Ordinal));

    /// <summary>Takes an order; the same order again is the one that is there.</summary>
    public TradeMove Open(PayOrder order)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            if (trades.TryGetValue(KeyOf(order), out var known))
            {
                var trade = known.At(now);
                return trade.Order != order
                        ? new(trade, Refusal.Order("商户订单号重复"))
                    : trade.Status is not TradeState.Waiting
                        ? new(trade, Refusal.Order("订单已支付或已关闭"))
                    : new(trade, null);
            }

            return now >= order.Expires ? new(null, Refusal.Order("订单已超时"))
                : trades.Count == Maximum ? new(null, Refusal.Busy)
                : Keep(new Trade(order, numbers.Next(order, now), now)
                {
                    Channel = order.Channel,
                });
        }
    }

    /// <summary>The payer chooses a way to pay.</summary>
    public void Choose(PayOrder order, string channel)
        => Move(order, (trade, _) => trade with { Channel = channel });

    /// <summary>The payer pays.</summary>
    public TradeMove Pay(PayOrder order)
        => Move(order, (trade, now) => trade with
        {
            Status = TradeState.Paid,
            Paid = now,
            Channel = trade.Channel.Length > 0 ? trade.Channel : UsualChannel,
            ChannelOrderNo = numbers.AtChannel(now),
        });

    /// <summary>The payer's bank refuses.</summary>
    public TradeMove Decline(PayOrder order)
        => Move(order, static (trade, _) => trade with { Status = TradeState.Declined });

    /// <summary>An unpaid order ends.</summary>
    public TradeMove Close(PayOrder order)
        => Move(order, static (trade, _) => trade with { Status = TradeState.Closed });

    /// <summary>
    /// Adds a refund; the same number again is the refund that is there.
    /// </summary>
    /// <param name="appId">Whose order.</param>
    /// <param name="outTradeNo">The order.</param>
    /// <param name="decide">The refund, or why there is none; the end of an unpaid order too.
    /// </param>
    public (Trade? Trade, Refund? Refund, Refusal? Error) Refund(
        string appId, string outTradeNo,
        Func<Trade, DateTimeOffset, (Trade Trade, Refund? Refund, Refusal? Error)> decide)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            if (!trades.TryGetValue((appId, outTradeNo), out var known))
            {
                return (null, null, Refusal.NoOrder);
            }

            var (trade, refund, error) = decide(known.At(now), now);
            trades[KeyOf(trade.Order)] = trade;
            return (trade, refund, error);
        }
    }

    /// <summary>A number for a refund or a cancel.</summary>
    public string NumberOf(string funcode, DateTimeOffset now) => numbers.Next(funcode, now);

    private static (string AppId, string Number) KeyOf(PayOrder order)
        => (order.Application.AppId, order.OutTradeNo);

    /// <summary>Moves an order that waits; every other one stays.</summary>
    private TradeMove Move(PayOrder order, Func<Trade, DateTimeOffset, Trade> move)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var trade = trades[KeyOf(order)].At(now);
            return trade.Status is TradeState.Waiting
                ? Keep(move(trade, now))
                : new(trade, Refusal.Order($"订单状态为{trade.WireStatus}"));
        }
    }

    private TradeMove Keep(Trade trade)
    {
        trades[KeyOf(trade.Order)] = trade;
        return new(trade, null);
    }
}

/// <summary>What came of an act.</summary>
/// <param name="Trade">The order afterwards; null where there is none.</param>
/// <param name="Error">Why nothing happened; null where it did.</param>
internal sealed record TradeMove(Trade? Trade, Refusal? Error);
