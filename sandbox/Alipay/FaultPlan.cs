namespace PayFunctions.Sandbox.Alipay;

/// <summary>Faults that are ordered and not yet used up.</summary>
internal sealed class FaultPlan
{
    /// <summary>The most of one kind at once.</summary>
    public const int MaximumCount = 10_000;

    /// <summary>The longest a slow answer or a late notification may take, in seconds.</summary>
    public const int MaximumSeconds = 600;

    private readonly Lock turn = new();
    private readonly Dictionary<string, FaultOrder> orders = new(StringComparer.Ordinal);

    /// <summary>What is left.</summary>
    public IReadOnlyList<FaultOrder> Left()
    {
        lock (turn)
        {
            return [.. orders.Values.OrderBy(static o => o.Kind, StringComparer.Ordinal)];
        }
    }

    /// <summary>Orders a fault; a new order of a kind replaces the old one.</summary>
    /// <returns>Whether the order makes sense.</returns>
    public bool TryOrder(FaultOrder order)
    {
        if (!Fault.Kinds.Contains(order.Kind, StringComparer.Ordinal)
            || order.Count is < 1 or > MaximumCount
            || order.Seconds is < 0 or > MaximumSeconds)
        {
            return false;
        }

        lock (turn)
        {
            orders[order.Kind] = order;
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

    /// <summary>Uses one of a kind up, if one is left for this method.</summary>
    public FaultOrder? Take(string kind, string method = "")
    {
        lock (turn)
        {
            if (!orders.TryGetValue(kind, out var order) || !order.Concerns(method))
            {
                return null;
            }

            if (order.Count == 1)
            {
                orders.Remove(kind);
            }
            else
            {
                orders[kind] = order with { Count = order.Count - 1 };
            }

            return order;
        }
    }
}

/// <summary>A fault and how often it shall happen.</summary>
/// <param name="Kind">One of <see cref="Fault.Kinds"/>.</param>
/// <param name="Count">How often.</param>
/// <param name="Method">Only for this method of the gateway; null for all.</param>
/// <param name="Seconds">How long, for what takes long.</param>
internal sealed record FaultOrder(
    string Kind, int Count = 1, string? Method = null, int Seconds = 15)
{
    /// <summary>Whether it is for this method.</summary>
    public bool Concerns(string method)
        => Method is null || string.Equals(Method, method, StringComparison.Ordinal);
}
