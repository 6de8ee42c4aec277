namespace PayFunctions.Sandbox.Alipay;

/// <summary>Every trade of this world. A number is unique for its seller.</summary>
internal sealed class TradeBook(TimeProvider time)
{
    /// <summary>The most trades one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Seller, string Number), Trade> trades = [];
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
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return trades.Values
                .Where(t => string.Equals(
                    t.Order.OutTradeNo, outTradeNo, StringComparison.Ordinal))
                .MinBy(static t => t.Created)?.At(now);
        }
    }

    /// <summary>A seller's trade by our number, which wins, or by the merchant's.</summary>
    public Trade? Find(string seller, string tradeNo, string outTradeNo)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var found = tradeNo.Length > 0
                ? trades.Values.FirstOrDefault(t => IsOf(t, seller)
                    && string.Equals(t.TradeNo, tradeNo, StringComparison.Ordinal))
                : trades.GetValueOrDefault((seller, outTradeNo));
            return found?.At(now);
        }
    }

    /// <summary>The payer acts for the first time: now the trade exists.</summary>
    public TradeMove Open(PayOrder order)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            return OpenAt(order, now);
        }
    }

    /// <summary>The payer pays.</summary>
    public TradeMove Pay(PayOrder order)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var opened = OpenAt(order, now);
            return opened is { Error: null, Trade: { } trade }
                ? Keep(trade with { Status = TradeStatus.Success, Paid = now })
                : opened;
        }
    }

    /// <summary>Closes an unpaid trade.</summary>
    public TradeMove Close(Trade known)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var trade = trades[Key(known.Order)].At(now);
            return trade.Status is TradeStatus.Waiting
                ? Keep(trade with { Status = TradeStatus.Closed, Closed = now })
                : new(trade, GatewayError.Business("TRADE_STATUS_ERROR", "交易状态不合法"), false);
        }
    }

    private static bool IsOf(Trade trade, string seller)
        => string.Equals(trade.Order.Application.SellerId, seller, StringComparison.Ordinal);

    private static (string Seller, string Number) Key(PayOrder order)
        => (order.Application.SellerId, order.OutTradeNo);

    private static GatewayError? Refusal(Trade trade, PayOrder order)
        => trade.Status switch
        {
            TradeStatus.Success => GatewayError.Business("TRADE_HAS_SUCCESS", "交易已被支付"),
            TradeStatus.Closed => GatewayError.Business("TRADE_HAS_CLOSE", "交易已经关闭"),
            _ => trade.Order.IsSame(order)
                ? null
                : GatewayError.Business("CONTEXT_INCONSISTENT", "交易信息被篡改"),
        };

    private TradeMove OpenAt(PayOrder order, DateTimeOffset now)
    {
        if (trades.TryGetValue(Key(order), out var found))
        {
            var trade = found.At(now);
            return new(trade, Refusal(trade, order), false);
        }

        if (order.Deadline <= now)
        {
            return new(null, GatewayError.Business(
                "NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "当前时间已超过允许支付的时间"), false);
        }

        if (trades.Count == Maximum)
        {
            return new(null, GatewayError.Busy, false);
        }

        var (tradeNo, notifyId) = numbers.Next(now);
        var expires = order.Deadline ?? (now + (order.Lifetime ?? PayTimeout.Longest));
        return Keep(new(tradeNo, notifyId, order, TradeStatus.Waiting, now, expires));
    }

    private TradeMove Keep(Trade trade)
    {
        trades[Key(trade.Order)] = trade;
        return new(trade, null, true);
    }
}
