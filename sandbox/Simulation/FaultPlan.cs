namespace PayFunctions.Sandbox.Simulation;

/// <summary>Faults that are ordered and not yet used up.</summary>
/// <param name="own">Kinds that only this channel knows; they concern answers.</param>
internal sealed class FaultPlan(params IReadOnlyList<string> own)
{
    /// <summary>The most of one order at once.</summary>
    public const int MaximumCount = 10_000;

    /// <summary>The most orders at once.</summary>
    public const int MaximumOrders = 1_000;

    /// <summary>The longest a slow answer or a late notification may take, in seconds.</summary>
    public const int MaximumSeconds = 600;

    private readonly Lock turn = new();
    private readonly List<FaultOrder> orders = [];

    /// <summary>Every kind that can be ordered here.</summary>
    public IReadOnlyList<string> Kinds { get; } =
        [.. Fault.OfNotifications, .. Fault.OfAnswers, .. own];

    /// <summary>What is left, by kind.</summary>
    public IReadOnlyList<FaultOrder> Left()
    {
        lock (turn)
        {
            return [.. orders.OrderBy(static o => o.Kind, StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether an order makes sense.</summary>
    public bool IsSound(FaultOrder order)
        => Kinds.Contains(order.Kind, StringComparer.Ordinal)
            && order.Count is >= 1 and <= MaximumCount
            && order.Seconds is >= 0 and <= MaximumSeconds;

    /// <summary>
    /// Orders a fault. A new order replaces the old one of the same kind, method and trade.
    /// </summary>
    /// <returns>Whether the order makes sense and there was room for it.</returns>
    public bool TryOrder(FaultOrder order)
    {
        if (!IsSound(order))
        {
            return false;
        }

        lock (turn)
        {
            orders.RemoveAll(o => Scope(o) == Scope(order));
            if (orders.Count == MaximumOrders)
            {
                return false;
            }

            orders.Add(order);
            return true;
        }
    }

    /// <summary>Forgets every order.</summary>
    public void Clear()
    {
        lock (turn)
        {
            orders.Clear();
        }
    }

    /// <summary>Uses one of a kind up, if one is left for this operation and trade.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="method">The operation, for a fault of an answer.</param>
    /// <param name="outTradeNo">The trade, for a fault of a notification.</param>
    public FaultOrder? Take(string kind, string method = "", string outTradeNo = "")
    {
        lock (turn)
        {
            var at = orders.FindIndex(o => string.Equals(o.Kind, kind, StringComparison.Ordinal)
                && o.Concerns(method, outTradeNo));
            if (at < 0)
            {
                return null;
            }

            var order = orders[at];
            if (order.Count == 1)
            {
                orders.RemoveAt(at);
            }
            else
            {
                orders[at] = order with { Count = order.Count - 1 };
            }

            return order;
        }
    }

    private static (string Kind, string? Method, string? OutTradeNo) Scope(FaultOrder order)
        => (order.Kind, order.Method, order.OutTradeNo);
}
