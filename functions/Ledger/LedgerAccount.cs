namespace PayFunctions.Ledger;

/// <summary>An account of the books. Its name is stored with every posting and never changes.
/// </summary>
/// <param name="Name">A kind of <see cref="Chart"/>, a colon, and whose it is.</param>
internal readonly record struct LedgerAccount(string Name)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
