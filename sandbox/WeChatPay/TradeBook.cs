namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>Every trade of this world.</summary>
internal sealed class TradeBook(TimeProvider time)
{
    /// <summary>The most trades one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(Party Party, string Number), Trade> trades = [];

    /// <summary>Makes numbers.</summary>
    public TradeNumbers Numbers { get; } = new(time);

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

    /// <summary>A party's trade by the merchant's number.</summary>
    public Trade? Find(Party party, string outTradeNo)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.GetValueOrDefault((party, outTradeNo))?.At(now);
        }
    }

    /// <summary>A party's trade by our number.</summary>
    public Trade? FindById(Party party, string transactionId)
        => First(t => t.Order.Party == party && transactionId.Length > 0
            && string.Equals(t.TransactionId, transactionId, StringComparison.Ordinal));

    /// <summary>The trade of an order.</summary>
    public Trade? Find(PayOrder order) => Find(order.Party, order.OutTradeNo);

    /// <summary>A refund of a party, by the merchant's number.</summary>
    public (Trade Trade, Refund Refund)? FindRefund(Party party, string outRefundNo)
        => First(t => t.Order.Party == party && RefundOf(t, outRefundNo) is not null) is { } trade
            ? (trade, RefundOf(trade, outRefundNo)!)
            : null;

    /// <summary>A refund by the merchant's number, whoever it is.</summary>
    public (Trade Trade, Refund Refund)? FindRefund(string outRefundNo)
        => First(t => RefundOf(t, outRefundNo) is not null) is { } trade
            ? (trade, RefundOf(trade, outRefundNo)!)
            : null;

    /// <summary>An order arrives: a new trade, or what a rule makes of the known one.</summary>
    /// <param name="order">The order.</param>
    /// <param name="status">Where a new trade stands.</param>
    /// <param name="known">What becomes of a trade that has the number already.</param>
    public TradeMove Open(
        PayOrder order, TradeStatus status, Func<Trade, DateTimeOffset, TradeMove> known)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.TryGetValue((order.Party, order.OutTradeNo), out var trade)
                    ? Keep(known(trade.At(now), now))
                : trades.Count == Maximum ? TradeMove.Refused(ApiError.Busy)
                : Keep(TradeMove.To(new(order, status, now)));
        }
    }

    /// <summary>Something becomes of a trade.</summary>
    /// <param name="trade">The trade, as it was seen.</param>
    /// <param name="rule">What becomes of it as it stands now.</param>
    public TradeMove Change(Trade trade, Func<Trade, DateTimeOffset, TradeMove> rule)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return Keep(rule(trades[(trade.Order.Party, trade.Order.OutTradeNo)].At(now), now));
        }
    }

    private static Refund? RefundOf(Trade trade, string outRefundNo)
        => trade.Refunds.Find(
            r => string.Equals(r.OutRefundNo, outRefundNo, StringComparison.Ordinal));

    private Trade? First(Func<Trade, bool> isIt)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.Values.Where(isIt).MinBy(static t => t.Created)?.At(now);
        }
    }

    private TradeMove Keep(TradeMove move)
    {
        if (move is { Moved: true, Trade: { } trade })
        {
            trades[(trade.Order.Party, trade.Order.OutTradeNo)] = trade;
        }

        return move;
    }
}
