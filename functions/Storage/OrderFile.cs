namespace PayFunctions.Storage;

/// <summary>An order and all news about it, read in one go.</summary>
internal sealed record OrderFile(StoredOrder Order, IReadOnlyList<StoredNotice> Notices);
