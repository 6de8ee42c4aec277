namespace PayFunctions.Console;

/// <summary>One cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads; null for nowhere.</param>
/// <param name="Post">What its button posts to; null where it has none.</param>
public sealed record CellView(string Text, string? Href = null, string? Post = null);
