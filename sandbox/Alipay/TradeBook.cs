namespace PayFunctions.Sandbox.Alipay;

/// <summary>Every trade of this world. A number is unique for its seller.</summary>
/// <param name="time">The clock.</param>
/// <param name="refundWindow">How long a paid trade can be refunded.</param>
internal sealed class TradeBook(TimeProvider time, TimeSpan refundWindow)
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

    /// <summary>The trade of an order, where the payer has begun it.</summary>
    public Trade? Find(PayOrder order)
        => Find(order.Merchant.SellerId, string.Empty, order.OutTradeNo);

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
                ? Keep(TradeRules.Pay(trade, now, refundWindow), now)
                : opened;
        }
    }

    /// <summary>Something else becomes of a trade.</summary>
    /// <param name="known">The trade, as it was seen.</param>
    /// <param name="rule">What becomes of it as it stands now.</param>
    public TradeMove Change(Trade known, Func<Trade, DateTimeOffset, TradeMove> rule)
    {
        var now = time.GetUtcNow();
        lock (turn)
        {
            var move = rule(trades[Key(known.Order)].At(now), now);
            return move is { Moved: true, Trade: { } trade } ? Keep(trade, now) : move;
        }
    }

    private static bool IsOf(Trade trade, string seller)
        => string.Equals(trade.Order.Merchant.SellerId, seller, StringComparison.Ordinal);

    private static (string Seller, string Number) Key(PayOrder order)
        => (order.Merchant.SellerId, order.OutTradeNo);

    private TradeMove OpenAt(PayOrder order, DateTimeOffset now)
    {
        if (trades.TryGetValue(Key(order), out var found))
        {
            var trade = found.At(now);
            return new(trade, TradeRules.Refusal(trade, order), false);
        }

        var late = order.CodeExpires <= now ? GatewayError.CodeExpired
            : order.Deadline <= now ? GatewayError.TooLate
            : trades.Count == Maximum ? GatewayError.Busy
            : null;
        if (late is not null)
        {
            return new(null, late, false);
        }

        var expires = order.Deadline ?? (now + (order.Lifetime ?? PayTimeout.Longest));
        return Keep(
            new(numbers.TradeNo(now), string.Empty, order, TradeStatus.Waiting, now, expires),
            now);
    }

    /// <summary>Whatever happened last has a notification of its own.</summary>
    private TradeMove Keep(Trade trade, DateTimeOffset now)
    {
        var kept = trade with { NotifyId = numbers.NotifyId(now) };
        trades[Key(trade.Order)] = kept;
        return new(kept, null, true);
    }
}
