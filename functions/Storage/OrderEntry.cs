using System.Collections.Immutable;
using PayFunctions.Ledger;

namespace PayFunctions.Storage;

/// <summary>One move of an order as its row tells it.</summary>
/// <param name="Version">The order's version after it.</param>
/// <param name="Event">What happened.</param>
/// <param name="State">The order's state after it.</param>
/// <param name="At">When.</param>
/// <param name="Postings">What it changed in the books; mostly nothing.</param>
internal sealed record OrderEntry(
    int Version, string Event, string State, DateTimeOffset At,
    ImmutableArray<Posting> Postings);
