using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Cashier;

/// <summary>An order as its payer may see it.</summary>
/// <param name="Stored">The order.</param>
/// <param name="Payee">The merchant's name, or null.</param>
/// <param name="Products">The products that the payer may choose.</param>
internal sealed record PaymentView(
    StoredOrder Stored, string? Payee, IReadOnlyList<string> Products)
{
    /// <summary>The order.</summary>
    public Order Order => Stored.Order;
}
