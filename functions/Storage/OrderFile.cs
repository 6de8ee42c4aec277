using PayFunctions.Ledger;

namespace PayFunctions.Storage;

/// <summary>An order and all news about it, read in one go.</summary>
/// <param name="Order">The order.</param>
/// <param name="Notices">Its notices.</param>
/// <param name="Posted">Its entries that may not be in the journals yet.</param>
internal sealed record OrderFile(
    StoredOrder Order, IReadOnlyList<StoredNotice> Notices, IReadOnlyList<JournalEntry> Posted);
