using System.Globalization;
using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Conformance.Example;

/// <summary>The channel's books.</summary>
internal sealed class ExampleBook(
    string merchant, string key, NotificationSender sender, TimeProvider time) : ISimulatedChannel
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, Trade> trades = new(StringComparer.Ordinal);

    private sealed class Trade(IReadOnlyDictionary<string, string> order)
    {
        public IReadOnlyDictionary<string, string> Order { get; } = order;

        public TradeState State { get; set; } = TradeState.Waiting;

        public DateTimeOffset PaidAt { get; set; }

        public Dictionary<string, long> Refunds { get; } = new(StringComparer.Ordinal);

        public long Fen => long.Parse(Order["fen"], CultureInfo.InvariantCulture);
    }

    /// <summary>The payer's browser brings an order.</summary>
    public bool Open(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        lock (turn)
        {
            return Read(fields) is { } order
                && (trades.ContainsKey(order["number"])
                    || trades.TryAdd(order["number"], new Trade(order)));
        }
    }

    /// <summary>Does what an operation asks for.</summary>
    public List<KeyValuePair<string, string>> Answer(
        string operation, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        lock (turn)
        {
            return Read(fields) is not { } asked
                ? [new("state", "signature")]
                : operation switch
                {
                    "query" => Query(asked["number"]),
                    "refund" => Refund(asked),
                    _ => [new("refund", asked["refund"]), new("state", StateOf(asked["refund"]))],
                };
        }
    }

    /// <summary>The channel does not know.</summary>
    public List<KeyValuePair<string, string>> Busy() => [new("state", "busy")];

    /// <summary>An answer as it is sent.</summary>
    public string Write(List<KeyValuePair<string, string>> fields, bool spoilt)
        => FormText.Write(
            [
                .. fields,
                new("sign", ExampleSimulator.SignatureOf(key + (spoilt ? "?" : ""), fields)),
            ],
            Encoding.UTF8);

    /// <inheritdoc/>
    public IReadOnlyList<SimulatedTrade> Trades()
    {
        lock (turn)
        {
            return [.. trades.Keys.Select(n => Find(n)!)];
        }
    }

    /// <inheritdoc/>
    public SimulatedTrade? Find(string outTradeNo)
    {
        lock (turn)
        {
            return trades.GetValueOrDefault(outTradeNo) is not { } trade
                ? null
                : new SimulatedTrade
                {
                    OutTradeNo = outTradeNo,
                    State = trade.State,
                    TradeStatus = trade.State.ToString(),
                    Fen = trade.Fen,
                    Subject = trade.Order["subject"],
                    TradeNo = $"E{outTradeNo}",
                    Refunds =
                    [
                        .. trade.Refunds.Select(static r => new SimulatedRefund(
                            r.Key, r.Value, RefundState.Success)),
                    ],
                };
        }
    }

    /// <inheritdoc/>
    public string? Pay(string outTradeNo, bool silent)
    {
        lock (turn)
        {
            if (trades[outTradeNo] is not { State: TradeState.Waiting } trade)
            {
                return "It is not open.";
            }

            (trade.State, trade.PaidAt) = (TradeState.Paid, time.GetUtcNow());
        }

        if (!silent)
        {
            sender.Start(NotificationOf(outTradeNo));
        }

        return null;
    }

    /// <inheritdoc/>
    public string? Close(string outTradeNo)
    {
        lock (turn)
        {
            trades[outTradeNo].State = TradeState.Closed;
            return null;
        }
    }

    /// <inheritdoc/>
    public Notification? NotificationOf(string outTradeNo)
        => new(outTradeNo, (_, spoilt) =>
        {
            lock (turn)
            {
                var trade = trades[outTradeNo];
                return new WireMessage(
                    "POST", trade.Order["notify"], "application/x-www-form-urlencoded",
                    Encoding.ASCII.GetBytes(Write(
                        [new("merchant", merchant), .. Paid(outTradeNo, trade)], spoilt)));
            }
        });

    /// <inheritdoc/>
    public WireMessage? Return(string outTradeNo)
    {
        lock (turn)
        {
            return WireMessage.Get(trades[outTradeNo].Order["return"]);
        }
    }

    private Dictionary<string, string>? Read(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var all = fields.ToDictionary(StringComparer.Ordinal);
        return all.Remove("sign", out var sign)
            && string.Equals(
                sign, ExampleSimulator.SignatureOf(key, all), StringComparison.Ordinal)
            && string.Equals(all["merchant"], merchant, StringComparison.Ordinal)
                ? all
                : null;
    }

    private List<KeyValuePair<string, string>> Query(string number)
        => trades.GetValueOrDefault(number) switch
        {
            null => [new("number", number), new("state", "none")],
            { State: TradeState.Paid } paid => [.. Paid(number, paid), new("state", "paid")],
            { State: TradeState.Closed } => [new("number", number), new("state", "ended")],
            _ => [new("number", number), new("state", "waiting")],
        };

    private List<KeyValuePair<string, string>> Refund(Dictionary<string, string> asked)
    {
        var fen = long.Parse(asked["fen"], CultureInfo.InvariantCulture);
        var trade = trades.GetValueOrDefault(asked["number"]);
        var known = trade?.Refunds.ContainsKey(asked["refund"]) == true;
        if (trade is not { State: TradeState.Paid }
            || (!known && trade.Refunds.Values.Sum() + fen > trade.Fen))
        {
            return [new("refund", asked["refund"]), new("state", "refused")];
        }

        trade.Refunds.TryAdd(asked["refund"], fen);
        return [new("refund", asked["refund"]), new("state", "done")];
    }

    private string StateOf(string refund)
        => trades.Values.Any(t => t.Refunds.ContainsKey(refund)) ? "done" : "absent";

    private static List<KeyValuePair<string, string>> Paid(string number, Trade trade) =>
    [
        new("number", number),
        new("fen", trade.Order["fen"]),
        new("trade", $"E{number}"),
        new("at", trade.PaidAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];
}
