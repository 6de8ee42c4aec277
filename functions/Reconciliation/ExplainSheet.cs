using PayFunctions.Ledger;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>Looks through the next sheet of what the bill did not have.</summary>
internal sealed class ExplainSheet(
    ISheetStore sheets, AccountJournal journal, ExplainLines explain)
{
    /// <summary>One step: sheets of which nothing is missing take none.</summary>
    public async Task<RunProgress> RunAsync(
        ReconciliationRun run, RunProgress at, CancellationToken cancellation)
    {
        for (var number = at.NextSheet; number < at.Sheets; number++)
        {
            if (await sheets.FindAsync(
                run, new SheetName(run.Pass, at.Missing, number), cancellation) is { } sheet)
            {
                var open = await explain.RunAsync(
                    run, LinesAsync(run, sheet, cancellation), [], cancellation);
                return at with
                {
                    Step = at.Step + 1,
                    NextSheet = number + 1,
                    Open = at.Open + open,
                };
            }
        }

        return at with { Step = at.Step + 1, NextSheet = at.Sheets };
    }

    private IAsyncEnumerable<JournalLine> LinesAsync(
        ReconciliationRun run, JournalSheet sheet, CancellationToken cancellation)
    {
        var keys = sheet.Read().Select(static line => line.Key).ToHashSet();
        return journal.ReadAsync(run, sheet.After, cancellation)
            .TakeWhile(entry => string.CompareOrdinal(entry.Place(), sheet.Until) <= 0)
            .SelectMany(entry => AccountJournal.LinesOf(run, entry).ToAsyncEnumerable())
            .Where(line => BillKey.Of(line) is { } key && keys.Contains(key));
    }
}
