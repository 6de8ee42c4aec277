using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>Every trade of this world. A number is unique for its merchant, for ever.</summary>
internal sealed class TradeBook(TimeProvider time)
{
    /// <summary>The most trades one run keeps.</summary>
    public const int Maximum = 100_000;

    /// <summary>How long a notify_id lives.</summary>
    public static readonly TimeSpan NotifyIdLife = TimeSpan.FromMinutes(10);

    private readonly Lock turn = new();
    private readonly Dictionary<(string Merchant, string Number), Trade> trades = [];
    private readonly TradeNumbers numbers = new(time);

    /// <summary>The trades, oldest first.</summary>
    public IReadOnlyList<Trade> All()
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return [.. trades.Values.Select(t => t.At(now)).OrderBy(static t => t.Created)];
        }
    }

    /// <summary>The oldest trade under a merchant's number, whoever sells.</summary>
    public Trade? Find(string outTradeNo)
        => First(t => string.Equals(t.Order.OutTradeNo, outTradeNo, StringComparison.Ordinal));

    /// <summary>The trade of an order's number.</summary>
    public Trade? Find(PayOrder order) => Find(order.Merchant, string.Empty, order.OutTradeNo);

    /// <summary>A merchant's trade by our number, which wins, or by the merchant's.</summary>
    public Trade? Find(Merchant merchant, string transactionId, string outTradeNo)
        => First(t => t.Order.Merchant.Is(merchant) && (transactionId.Length > 0
            ? string.Equals(t.TransactionId, transactionId, StringComparison.Ordinal)
            : string.Equals(t.Order.OutTradeNo, outTradeNo, StringComparison.Ordinal)));

    /// <summary>The trade a living notify_id was given out for.</summary>
    public Trade? FindNotified(Merchant merchant, string notifyId)
    {
        var now = time.GetUtcNow();
        return First(t => t.Order.Merchant.Is(merchant)
            && t.NotifyId.Length > 0
            && string.Equals(t.NotifyId, notifyId, StringComparison.Ordinal)
            && now - t.Paid < NotifyIdLife);
    }

    /// <summary>The refund a merchant gave a number to, with its trade.</summary>
    public (Trade Trade, Refund Refund)? FindRefund(
        Merchant merchant, Func<Refund, bool> isIt)
        => First(t => t.Order.Merchant.Is(merchant) && t.Refunds.Any(isIt)) is { } trade
            ? (trade, trade.Refunds.First(isIt))
            : null;

    /// <summary>The payer comes: now the trade exists.</summary>
    /// <returns>Null, or why he cannot pay.</returns>
    public string? Open(PayOrder order) => Act(order, static (trade, _) => trade);

    /// <summary>The payer pays.</summary>
    /// <returns>Null, or why he cannot.</returns>
    public string? Pay(PayOrder order)
        => Act(order, static (trade, now) => trade with
        {
            Paid = now,
            NotifyId = TradeNumbers.NotifyId(),
            Discount = trade.Order.Merchant.Switches.Discount is var coupon
                && coupon < trade.Order.Fen ? coupon : 0,
        });

    /// <summary>Ends an unpaid trade.</summary>
    /// <returns>Null, or why it cannot be.</returns>
    public string? Close(PayOrder order)
        => Act(order, static (trade, now) => trade with { Closed = now });

    /// <summary>Changes a trade's refunds; what the change answers is handed back.</summary>
    /// <param name="known">The trade as it was found.</param>
    /// <param name="change">From the trade as it is and the moment.</param>
    public T Change<T>(Trade known, Func<Trade, DateTimeOffset, TradeNumbers, (Trade, T)> change)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var (trade, answer) = change(trades[Key(known.Order)].At(now), now, numbers);
            trades[Key(trade.Order)] = trade;
            return answer;
        }
    }

    private static (string Merchant, string Number) Key(PayOrder order)
        => (order.Merchant.Registered.Identity, order.OutTradeNo);

    private Trade? First(Func<Trade, bool> isIt)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.Values.Where(isIt).MinBy(static t => t.Created)?.At(now);
        }
    }

    private string? Act(PayOrder order, Func<Trade, DateTimeOffset, Trade> change)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var trade = trades.GetValueOrDefault(Key(order))
                ?? new Trade(numbers.Trade(order.Merchant, now), order, now);
            trade = trade.At(now);
            var refusal = Refusal(trade, order)
                ?? (trades.Count == Maximum ? Retcode.Busy.ToString() : null);
            if (refusal is null)
            {
                trades[Key(order)] = change(trade, now);
            }

            return refusal;
        }
    }

    private static string? Refusal(Trade trade, PayOrder order)
        => trade.State switch
        {
            TradeState.Closed => "订单已过期 · the order's time is over",
            TradeState.Waiting when !trade.Order.IsSame(order)
                => "订单号重复，订单信息不一致 · the number was used for another order",
            TradeState.Waiting => null,
            _ => "订单已支付 · paid already",
        };
}
