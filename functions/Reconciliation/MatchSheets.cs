using PayFunctions.Channels;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Holds a large day's bill against its sheets. The bill is read once, in one step: it cannot be
/// another one half-way.
/// </summary>
internal sealed class MatchSheets(ISheetStore sheets, ExplainBill explain, KeepDifferences keep)
{
    /// <summary>One step; what it came to, or why the bill does not count.</summary>
    public async Task<(RunProgress? Next, HeldBill Held)> RunAsync(
        ReconciliationRun run, RunProgress at, IDailyBill channel, ChannelAccount account,
        CancellationToken cancellation)
    {
        var match = new BillMatch(account.FeeBasisPoints, at.Lines);
        for (var number = 0; number < at.Sheets; number++)
        {
            foreach (var line in (await FindAsync(run, number, cancellation)).Read())
            {
                match.Add(line);
            }
        }

        var opening = await channel.OpenBillAsync(run.Account, run.Day, cancellation);
        var held = await HoldBill.RunAsync(opening, match, cancellation);
        if (held.Trouble is not null)
        {
            return (null, held);
        }

        var found = new HashSet<DifferenceName>();
        var open = await explain.RunAsync(run, held.Strange, found, cancellation);
        await keep.SettleAsync(
            run,
            known => known.Kind == DifferenceKind.OnlyHere
                ? BillKey.Of(known).Any(match.IsMissing)
                : found.Contains(DifferenceName.Of(known)),
            cancellation);
        return (
            at with
            {
                Step = at.Step + 1,
                Stage = RunStage.Missing,
                Missing = await WriteAsync(run, at, match, cancellation),
                NextSheet = match.Missing == 0 ? at.Sheets : 0,
                Rows = match.Rows,
                Matched = match.Matched,
                FeeMilliFen = match.FeeMilliFen,
                Open = open,
            },
            held);
    }

    /// <summary>Puts what the bill did not have onto sheets of its own. Their name says what is on
    /// them: a second look that finds something else does not take them for its own.</summary>
    private async Task<string> WriteAsync(
        ReconciliationRun run, RunProgress at, BillMatch match, CancellationToken cancellation)
    {
        if (match.Missing == 0)
        {
            return "";
        }

        var name = match.NameOfMissing();
        for (var number = 0; number < at.Sheets; number++)
        {
            var sheet = await FindAsync(run, number, cancellation);
            SheetLine[] missing = [.. sheet.Read().Where(line => match.IsMissing(line.Key))];
            if (missing.Length > 0)
            {
                await sheets.AddAsync(
                    run, new SheetName(run.Pass, name, number),
                    JournalSheet.Of(sheet.After, sheet.Until, sheet.IsLast, missing),
                    cancellation);
            }
        }

        return name;
    }

    private async Task<JournalSheet> FindAsync(
        ReconciliationRun run, int number, CancellationToken cancellation)
        => await sheets.FindAsync(run, new SheetName(run.Pass, Missing: "", number), cancellation)
            ?? throw new InvalidOperationException(
                $"Sheet {number} of {run.Channel}/{run.Account} is not there.");
}
