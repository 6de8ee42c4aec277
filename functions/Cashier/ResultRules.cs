using PayFunctions.Orders;

namespace PayFunctions.Cashier;

/// <summary>What an order means to its payer at one moment.</summary>
internal static class ResultRules
{
    /// <summary>Whether the payer may choose how to pay.</summary>
    public static bool IsPayable(Order order, DateTimeOffset now)
        => !order.IsTerminal && now < order.ExpiresAt;

    /// <summary>What the result page says.</summary>
    public static ResultKind KindOf(Order order, DateTimeOffset now) => order.State switch
    {
        OrderState.Success => ResultKind.Paid,
        OrderState.Closed when order.ClosedAt >= order.ExpiresAt => ResultKind.Expired,
        OrderState.Closed or OrderState.Revoked => ResultKind.Closed,
        _ when order.OpenAttempts().Any() => ResultKind.Waiting,
        _ => now < order.ExpiresAt ? ResultKind.NotPaid : ResultKind.Expired,
    };
}
