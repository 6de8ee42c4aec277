using System.Collections.Immutable;

namespace PayFunctions.Sandbox.Tenpay;

/// <summary>
/// Which states the next refunds go through. Without an order they are done at once: 4.
/// </summary>
internal sealed class RefundPlan
{
    /// <summary>The most orders at once, and the most states of one.</summary>
    public const int Maximum = 1_000;

    private static readonly ImmutableArray<int> AtOnce = [4];

    private readonly Lock turn = new();
    private readonly List<RefundOrder> orders = [];

    /// <summary>What is left.</summary>
    public IReadOnlyList<RefundOrder> Left()
    {
        lock (turn)
        {
            return [.. orders];
        }
    }

    /// <summary>Orders states for refunds to come.</summary>
    /// <returns>Whether the order makes sense and there was room for it.</returns>
    public bool TryOrder(RefundOrder order)
    {
        if (order.States is not { Count: > 0 and <= Maximum }
            || order.States.Any(static s => s is < 1 or > 11)
            || order.Count is < 1 or > Maximum)
        {
            return false;
        }

        lock (turn)
        {
            if (orders.Count == Maximum)
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

    /// <summary>The states of a refund that is asked for now.</summary>
    public ImmutableArray<int> Take(string outTradeNo)
    {
        lock (turn)
        {
            var at = orders.FindIndex(o => o.OutTradeNo is null
                || string.Equals(o.OutTradeNo, outTradeNo, StringComparison.Ordinal));
            if (at < 0)
            {
                return AtOnce;
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

            return [.. order.States];
        }
    }
}

/// <summary>States for refunds to come.</summary>
/// <param name="States">One after the other, such as 9 and 4; the last one stays.</param>
/// <param name="Count">For how many refunds.</param>
/// <param name="OutTradeNo">Only for this trade's; null for all.</param>
internal sealed record RefundOrder(
    IReadOnlyList<int> States, int Count = 1, string? OutTradeNo = null);
