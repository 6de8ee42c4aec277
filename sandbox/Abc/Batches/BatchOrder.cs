namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>What a batch asks for.</summary>
/// <param name="MerchantId">Whose it is.</param>
/// <param name="BatchNo">Unique for its merchant.</param>
/// <param name="At">BatchDate and BatchTime, as they came.</param>
/// <param name="Account">The merchant's account, number and name; may be empty.</param>
/// <param name="Rows">In their order.</param>
internal sealed record BatchOrder(
    string MerchantId, string BatchNo, (string Date, string Time) At,
    (string Number, string Name) Account, IReadOnlyList<BatchRow> Rows)
{
    /// <summary>All of it, in fen.</summary>
    public long Fen => Rows.Sum(static r => r.Fen);

    /// <summary>Whether another asks for the same, row by row.</summary>
    public bool IsSame(BatchOrder other)
        => this == other with { Rows = Rows } && Rows.SequenceEqual(other.Rows);
}
