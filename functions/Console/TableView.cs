using System.Collections.Immutable;

namespace PayFunctions.Console;

/// <summary>A table.</summary>
/// <param name="Heads">Above its columns.</param>
/// <param name="Rows">Its rows.</param>
public sealed record TableView(
    ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<CellView>> Rows);
