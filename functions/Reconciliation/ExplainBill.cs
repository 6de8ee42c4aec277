using PayFunctions.Channels;

namespace PayFunctions.Reconciliation;

/// <summary>Rows of a bill that differ from our journal.</summary>
internal sealed class ExplainBill(ExplainRow explain, KeepDifferences keep)
{
    /// <summary>Explains and keeps them; how many are open.</summary>
    public async Task<long> RunAsync(
        ReconciliationRun run, IReadOnlyList<(BillRow Row, Difference Difference)> strange,
        HashSet<DifferenceName> found, CancellationToken cancellation)
    {
        var open = 0L;
        foreach (var chunk in strange.Chunk(KeepDifferences.Batch))
        {
            var explanations = new List<Explanation>();
            foreach (var (row, difference) in chunk)
            {
                explanations.Add(difference.Kind == DifferenceKind.OnlyAtChannel
                    ? await explain.RunAsync(run, row, cancellation)
                    : new Explanation(difference));
            }

            open += await keep.RunAsync(run, explanations, found, cancellation);
        }

        return open;
    }
}
