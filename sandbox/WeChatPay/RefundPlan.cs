namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>How the next refunds end. Without an order they succeed.</summary>
internal sealed class RefundPlan
{
    /// <summary>The most orders at once, and the most refunds of one.</summary>
    public const int Maximum = 1_000;

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

    /// <summary>Orders how refunds shall end.</summary>
    /// <returns>Whether the order makes sense and there was room for it.</returns>
    public bool TryOrder(RefundOrder order)
    {
        if (!Enum.IsDefined(order.End) || order.Count is < 1 or > Maximum)
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

    /// <summary>How a refund ends that is asked for now.</summary>
    public RefundStatus Take(string outTradeNo)
    {
        lock (turn)
        {
            var at = orders.FindIndex(o => o.OutTradeNo is null
                || string.Equals(o.OutTradeNo, outTradeNo, StringComparison.Ordinal));
            if (at < 0)
            {
                return RefundStatus.Success;
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

            return order.End;
        }
    }
}

/// <summary>How refunds shall end.</summary>
/// <param name="End">The end; processing for none.</param>
/// <param name="Count">For how many refunds.</param>
/// <param name="OutTradeNo">Only for this trade's; null for all.</param>
internal sealed record RefundOrder(RefundStatus End, int Count = 1, string? OutTradeNo = null);
