namespace PayFunctions.Console;

/// <summary>A page that only says something.</summary>
/// <param name="Title">What.</param>
/// <param name="Hint">What to do.</param>
public sealed record MessageView(string Title, string Hint);
