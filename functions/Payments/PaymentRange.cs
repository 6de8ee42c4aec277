using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>What a listing is about.</summary>
/// <param name="From">Created then or later.</param>
/// <param name="To">Created before.</param>
/// <param name="Limit">The most orders on a page.</param>
/// <param name="After">Behind that one; null from the beginning.</param>
/// <param name="Takes">Which of them.</param>
internal sealed record PaymentRange(
    DateTimeOffset From,
    DateTimeOffset To,
    int Limit,
    OrderListing? After,
    Func<Order, bool> Takes);
