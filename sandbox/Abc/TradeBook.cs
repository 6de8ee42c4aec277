using System.Globalization;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Sandbox.Abc;

/// <summary>Every order of this world. A number is unique for its merchant.</summary>
internal sealed class TradeBook(TimeProvider time)
{
    /// <summary>The most orders one run keeps.</summary>
    public const int Maximum = 100_000;

    private readonly Lock turn = new();
    private readonly Dictionary<(string Merchant, string Number), Trade> trades = [];

    // The orders behind the numbers of refunds, and of confirmations.
    private readonly Dictionary<(string Merchant, string Number), PayOrder> refunded = [];
    private readonly Dictionary<(string Merchant, string Number), PayOrder> confirmed = [];
    private int serial;

    /// <summary>The moment of the book.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The orders, oldest first.</summary>
    public IReadOnlyList<Trade> All()
    {
        lock (turn)
        {
            return [.. trades.Values.OrderBy(static t => t.Opened)];
        }
    }

    /// <summary>The oldest order of a number, whoever's it is.</summary>
    public Trade? Find(string number)
        => All().FirstOrDefault(
            t => string.Equals(t.Order.OutTradeNo, number, StringComparison.Ordinal));

    /// <summary>A merchant's order.</summary>
    public Trade? Find(string merchant, string number)
    {
        lock (turn)
        {
            return trades.GetValueOrDefault((merchant, number));
        }
    }

    /// <summary>A merchant's refund, with its order.</summary>
    public (Trade Trade, Refund Refund)? FindRefund(string merchant, string number)
    {
        lock (turn)
        {
            if (!refunded.TryGetValue((merchant, number), out var order))
            {
                return null;
            }

            var trade = trades[Key(order)];
            return (trade, trade.Refunds.First(
                r => string.Equals(r.Number, number, StringComparison.Ordinal)));
        }
    }

    /// <summary>Takes an order. Null, or why not.</summary>
    public ReturnCode? Open(PayOrder order, bool refusesRepetitions)
    {
        var now = Now;
        lock (turn)
        {
            if (trades.TryGetValue(Key(order), out var known))
            {
                return known.Order != order || refusesRepetitions ? ReturnCode.Duplicated
                    : known.Status is Trade.Unpaid && !known.IsOver(now) ? null
                    : ReturnCode.StateForbids;
            }

            if (trades.Count == Maximum)
            {
                return ReturnCode.SystemError;
            }

            trades[Key(order)] = new(order, now, Trade.Unpaid);
            return null;
        }
    }

    /// <summary>The payer pays; the order afterwards, or null where that cannot be.</summary>
    public Trade? Pay(PayOrder order)
        => Move(order, (trade, now) => trade with
        {
            Status = Trade.Paid,
            PaidAt = now,
            Numbers = Next(now),
        });

    /// <summary>The payer's bank refuses; null where that cannot be.</summary>
    public Trade? Fail(PayOrder order)
        => Move(order, static (trade, _) => trade with { Status = Trade.Failed });

    /// <summary>An unpaid order ends; null where that cannot be.</summary>
    public Trade? End(PayOrder order)
        => Move(order, static (trade, now) => trade with { Ended = now });

    /// <summary>The hold that a confirmation of that number took, or null.</summary>
    public Trade? FindConfirmed(string merchant, string number)
    {
        lock (turn)
        {
            return confirmed.TryGetValue((merchant, number), out var order)
                ? trades[Key(order)]
                : null;
        }
    }

    /// <summary>Takes what is held, or lets it go: once, and as a whole. The end, or why not.
    /// </summary>
    public (HoldEnd? End, ReturnCode? Why) EndHold(
        Trade known, bool confirm, string number, long fen, bool refusesRepetitions)
    {
        var now = Now;
        lock (turn)
        {
            var trade = trades[Key(known.Order)];
            if (trade.HoldEnd is { } before
                && string.Equals(before.Number, number, StringComparison.Ordinal))
            {
                return before.IsConfirmed == confirm && before.Fen == fen && !refusesRepetitions
                    ? (before, null)
                    : (null, ReturnCode.Duplicated);
            }

            if (trades.ContainsKey((trade.Order.MerchantId, number)))
            {
                return (null, ReturnCode.Duplicated);
            }

            if (trade.PaidAt is null || trade.HoldEnd is not null)
            {
                return (null, ReturnCode.StateForbids);
            }

            if (confirm ? fen > trade.Order.Fen : fen != trade.Order.Fen)
            {
                return (null, ReturnCode.AmountWrong);
            }

            var end = new HoldEnd(confirm, number, fen, now, Next(now));
            trades[Key(trade.Order)] = trade with { HoldEnd = end };
            if (confirm)
            {
                confirmed.TryAdd((trade.Order.MerchantId, number), trade.Order);
            }

            return (end, null);
        }
    }

    /// <summary>Gives money back; the refund, new or known, or why not.</summary>
    public (Refund? Refund, ReturnCode? Why) GiveBack(
        Trade known, string number, long fen, (string Date, string Time) at,
        bool refusesRepetitions)
    {
        var now = Now;
        lock (turn)
        {
            var trade = trades[Key(known.Order)];
            if (FindRefund(trade.Order.MerchantId, number) is { } old)
            {
                return old.Trade.Order == trade.Order && old.Refund.Fen == fen
                    && !refusesRepetitions
                        ? (old.Refund, null)
                        : (null, ReturnCode.Duplicated);
            }

            if (trade.PaidAt is null || trade.RefundedFen == trade.RefundableFen)
            {
                return (null, ReturnCode.StateForbids);
            }

            if (trade.RefundedFen + fen > trade.RefundableFen)
            {
                return (null, ReturnCode.AmountWrong);
            }

            var refund = new Refund(number, fen, at, now, Next(now));
            trades[Key(trade.Order)] = trade with { Refunds = [.. trade.Refunds, refund] };
            refunded[(trade.Order.MerchantId, number)] = trade.Order;
            return (refund, null);
        }
    }

    private static (string Merchant, string Number) Key(PayOrder order)
        => (order.MerchantId, order.OutTradeNo);

    private Trade? Move(PayOrder order, Func<Trade, DateTimeOffset, Trade> how)
    {
        var now = Now;
        lock (turn)
        {
            return trades.TryGetValue(Key(order), out var trade)
                && trade.Status is Trade.Unpaid && !trade.IsOver(now)
                    ? trades[Key(order)] = how(trade, now)
                    : null;
        }
    }

    private HostNumbers Next(DateTimeOffset now)
    {
        var number = ++serial;
        var second = BeijingTime.Format(now, "yyMMddHHmmss");
        return new(
            "000001",
            number.ToString("000000", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"90{second}{number:00000}"),
            string.Create(CultureInfo.InvariantCulture, $"{123_000_000 + number}"));
    }
}
