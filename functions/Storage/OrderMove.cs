using System.Collections.Immutable;
using PayFunctions.Ledger;
using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.Storage;

/// <summary>What one move writes, in one batch of the order's own partition.</summary>
/// <param name="Next">The order after the move.</param>
/// <param name="ReplacesETag">The version it replaces; null for a new order.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When.</param>
/// <param name="Notice">News for the merchant, if the move makes any.</param>
/// <param name="Journal">What it is in the journals; null when no money moves.</param>
internal sealed record OrderMove(
    Order Next, string? ReplacesETag, OrderEvent Event, DateTimeOffset At, Notice? Notice,
    JournalEntry? Journal)
{
    /// <summary>What it changes in the books; mostly nothing.</summary>
    public ImmutableArray<Posting> Postings => Journal?.Postings ?? [];
}
