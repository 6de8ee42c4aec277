namespace PayFunctions.Batches;

/// <summary>What is known of the rows before one.</summary>
internal sealed class RowsBefore
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Count, long Fen)> sums =
        new(StringComparer.Ordinal);

    /// <summary>Whether no row before has that number; from now on one has.</summary>
    public bool IsNew(string number) => numbers.Add(number);

    /// <summary>The row with what those before it take of the same; it is counted too.</summary>
    public BatchRow With(BatchRow row)
    {
        var (count, fen) = sums.GetValueOrDefault(row.Order);
        sums[row.Order] = (count + 1, fen + row.Fen);
        return row with { Before = count, BeforeFen = fen };
    }
}
