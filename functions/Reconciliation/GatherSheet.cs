using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Puts a stretch of a large day's journal onto a sheet. A sheet that is there already, from a step
/// that was cut off, is taken as it is: where it ends, the next one begins.
/// </summary>
internal sealed class GatherSheet(ISheetStore sheets, AccountJournal journal, RunLimits limits)
{
    /// <summary>One step.</summary>
    public async Task<RunProgress> RunAsync(
        ReconciliationRun run, RunProgress at, CancellationToken cancellation)
    {
        var name = new SheetName(run.Pass, Missing: "", at.Sheets);
        var sheet = await sheets.FindAsync(run, name, cancellation)
            ?? await sheets.AddAsync(
                run, name, await ReadAsync(run, at.Until, cancellation), cancellation);
        return at with
        {
            Step = at.Step + 1,
            Stage = sheet.IsLast ? RunStage.Matching : RunStage.Gathering,
            Sheets = at.Sheets + 1,
            Lines = at.Lines + sheet.Lines,
            Until = sheet.Until,
        };
    }

    private async Task<JournalSheet> ReadAsync(
        ReconciliationRun run, string after, CancellationToken cancellation)
    {
        var lines = new List<SheetLine>();
        var (until, entries) = (after, 0);
        await foreach (var entry in journal.ReadAsync(run, after, cancellation))
        {
            if (entries == limits.EntriesOnSheet || lines.Count >= limits.EntriesOnSheet)
            {
                return JournalSheet.Of(after, until, isLast: false, lines);
            }

            entries++;
            until = entry.Place();
            lines.AddRange(AccountJournal.LinesOf(run, entry)
                .Select(SheetLine.Of).OfType<SheetLine>());
        }

        return JournalSheet.Of(after, until, isLast: true, lines);
    }
}
