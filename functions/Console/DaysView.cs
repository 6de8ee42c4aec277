namespace PayFunctions.Console;

/// <summary>The last days: what each comes to, and its statement.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Days">The days.</param>
public sealed record DaysView(FrameView Frame, TableView Days);
