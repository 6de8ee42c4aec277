using PayFunctions.Ledger;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>An account's journal of a day.</summary>
internal sealed class AccountJournal(IJournalStore journal)
{
    /// <summary>Its entries from behind a place on.</summary>
    public IAsyncEnumerable<JournalEntry> ReadAsync(
        ReconciliationRun run, string after, CancellationToken cancellation)
        => journal.ReadFromAsync(
            JournalScope.OfAccount(run.Channel, run.Account), run.Day, after, cancellation);

    /// <summary>The lines of an entry that are about the account.</summary>
    public static IEnumerable<JournalLine> LinesOf(ReconciliationRun run, JournalEntry entry)
        => entry.Lines.Where(line =>
            string.Equals(line.Account, run.Account, StringComparison.Ordinal)
            && string.Equals(
                Chart.ChannelOf(line.Product), run.Channel, StringComparison.Ordinal));
}
