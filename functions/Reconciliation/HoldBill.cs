using PayFunctions.Channels;

namespace PayFunctions.Reconciliation;

/// <summary>Reads a bill to its end. One that turns out to be broken changes nothing.</summary>
internal static class HoldBill
{
    /// <summary>The most differences of a day: more is another account's bill.</summary>
    public const int MaxDifferences = 100_000;

    /// <summary>Why there is no bill to be read; null when there is, or nothing moved.</summary>
    public static HeldBill? WhyNot(BillOpening opening) => opening switch
    {
        BillReady or BillEmpty => null,
        BillNotReady not => HeldBill.Not(RunState.BillNotReady, not.Reason),
        BillUnknown unknown => HeldBill.Not(RunState.BillUnknown, unknown.Reason),
        _ => throw new InvalidOperationException("A bill of an unknown kind."),
    };

    /// <summary>Holds every row against the lines.</summary>
    public static async Task<HeldBill> RunAsync(
        BillOpening opening, BillMatch match, CancellationToken cancellation)
    {
        if (WhyNot(opening) is { } not)
        {
            return not;
        }

        var rows = opening is BillReady ready ? ready.Rows : AsyncEnumerable.Empty<BillRow>();
        var strange = new List<(BillRow Row, Difference Difference)>();
        try
        {
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                if (match.Take(row) is { } difference)
                {
                    strange.Add((row, difference));
                    if (strange.Count > MaxDifferences)
                    {
                        throw new BillBrokenException(
                            $"the bill has more than {MaxDifferences} differences");
                    }
                }
            }
        }
        catch (BillAbsentException e) when (!e.IsFinal)
        {
            return HeldBill.Not(RunState.BillNotReady, e.Message);
        }
        catch (BillAbsentException)
        {
            // Nothing moved: what our journal has is only here.
        }
        catch (BillBrokenException e)
        {
            return HeldBill.Not(RunState.BillBroken, e.Message);
        }

        return new HeldBill(strange);
    }
}
