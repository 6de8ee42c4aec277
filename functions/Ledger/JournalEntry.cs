using System.Collections.Immutable;
using System.Globalization;

namespace PayFunctions.Ledger;

/// <summary>
/// An entry as the journals of its day show it. The order's own partition holds it too, from the
/// commit on; the journals are written from there.
/// </summary>
/// <param name="Reference">The transaction_id, or what else it is about.</param>
/// <param name="Version">The order's version; with the reference it names the entry.</param>
/// <param name="Event">What happened.</param>
/// <param name="At">When, by our clock: it decides the day.</param>
/// <param name="AppId">Whose; empty for the house's own.</param>
/// <param name="OutTradeNo">The merchant's number of the order.</param>
/// <param name="Lines">What happened to money.</param>
/// <param name="Postings">What it changed in the books; they sum to zero.</param>
internal sealed record JournalEntry(
    string Reference,
    int Version,
    string Event,
    DateTimeOffset At,
    string AppId,
    string OutTradeNo,
    ImmutableArray<JournalLine> Lines,
    ImmutableArray<Posting> Postings)
{
    /// <summary>Its place in a journal: the order of places is that of time, and each is one
    /// entry's.</summary>
    public string Place() => string.Create(
        CultureInfo.InvariantCulture, $"{At.UtcTicks:D19}:{Reference}:{Version:D6}");

    /// <summary>The journals it belongs into: the application's, and that of every channel account
    /// whose money it is about.</summary>
    public IEnumerable<JournalScope> Scopes()
        => Lines
            .Select(static line => JournalScope.OfAccount(
                Chart.ChannelOf(line.Product), line.Account))
            .Distinct()
            .Prepend(AppId is "" ? JournalScope.House : JournalScope.OfApplication(AppId));
}
