namespace PayFunctions.Channels;

/// <summary>What came of asking for a day's bill.</summary>
internal abstract record BillOpening;

/// <summary>There is one.</summary>
/// <param name="Rows">
/// Its rows as they come, to be read once and at once: nothing is fetched before. They count only
/// when the reading has ended; a file that is not whole, or contradicts its own totals, ends in a
/// <see cref="BillBrokenException"/>.
/// </param>
internal sealed record BillReady(IAsyncEnumerable<BillRow> Rows) : BillOpening;

/// <summary>Nothing was paid and nothing refunded on that day.</summary>
internal sealed record BillEmpty : BillOpening;

/// <summary>It is not made yet: to be asked for again later.</summary>
internal sealed record BillNotReady(string Reason) : BillOpening;

/// <summary>Nothing was learned: to be asked for again.</summary>
internal sealed record BillUnknown(string Reason) : BillOpening;
