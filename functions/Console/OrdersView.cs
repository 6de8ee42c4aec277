using System.Collections.Immutable;

namespace PayFunctions.Console;

/// <summary>A page of orders, and what it was asked for.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="State">The state; empty for any.</param>
/// <param name="States">The states there are.</param>
/// <param name="Orders">The orders.</param>
/// <param name="NextHref">The next page; null where there is none.</param>
public sealed record OrdersView(
    FrameView Frame, string From, string To, string State, ImmutableArray<string> States,
    TableView Orders, string? NextHref);
