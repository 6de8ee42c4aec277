using System.Collections.Immutable;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Payments;

/// <summary>A page of a listing.</summary>
/// <param name="Orders">The orders; there may be fewer than asked for, and none.</param>
/// <param name="Next">Where to go on; null when nothing was passed yet.</param>
/// <param name="HasMore">Whether there is more now; later there may be in any case.</param>
internal sealed record PaymentPage(
    ImmutableArray<Order> Orders, OrderListing? Next, bool HasMore);
