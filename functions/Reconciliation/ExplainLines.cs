using PayFunctions.Ledger;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>Lines of our journal that the bill did not have.</summary>
internal sealed class ExplainLines(IReconciliationStore store, KeepDifferences keep)
{
    /// <summary>Explains and keeps them; how many are open.</summary>
    public async Task<long> RunAsync(
        ReconciliationRun run, IAsyncEnumerable<JournalLine> missing,
        HashSet<DifferenceName> found, CancellationToken cancellation)
    {
        var open = 0L;
        await foreach (var chunk in missing.Chunk(KeepDifferences.Batch)
            .WithCancellation(cancellation))
        {
            var explanations = new List<Explanation>();
            foreach (var line in chunk)
            {
                explanations.Add(await ExplainAsync(run, line, cancellation));
            }

            open += await keep.RunAsync(run, explanations, found, cancellation);
        }

        return open;
    }

    private async Task<Explanation> ExplainAsync(
        ReconciliationRun run, JournalLine line, CancellationToken cancellation)
    {
        var key = BillKey.Of(line)!.Value;
        var half = await store.FindCarriedAsync(run, key, cancellation);
        var open = new Difference(
            DifferenceKind.OnlyHere, line.RefundNumber ?? line.Number,
            line.RefundNumber is not null, line.Fen, TheirFen: null, line.ChannelTradeNo, "");
        return CarriedRules.Of(half, run.Day, isOurs: true) switch
        {
            CarriedVerdict.New => new Explanation(
                open, new Carried(key, run.Day, IsOurs: true, line.Fen)),
            CarriedVerdict.Met => new Explanation(Explanation.Met(open, half!.MetOn!.Value)),
            CarriedVerdict.Meets => new Explanation(
                Explanation.Met(
                    open with { Kind = DifferenceKind.CrossedMidnight, TheirFen = half!.Fen },
                    half.Day),
                half with { MetOn = run.Day },
                half),
            _ => new Explanation(open),
        };
    }
}
