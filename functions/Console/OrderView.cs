using System.Collections.Immutable;

namespace PayFunctions.Console;

/// <summary>An order with its whole history.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Title">Its number.</param>
/// <param name="Facts">Names and values.</param>
/// <param name="Tables">What happened, by kind.</param>
/// <param name="Refund">What a refund may be of; null where there can be none.</param>
public sealed record OrderView(
    FrameView Frame, string Title, ImmutableArray<(string Name, string Value)> Facts,
    ImmutableArray<(string Name, TableView Table)> Tables, RefundFormView? Refund);
