using System.Collections.Immutable;

namespace PayFunctions.Console;

/// <summary>The day so far.</summary>
/// <param name="Frame">What is around it.</param>
/// <param name="Hours">Payments in each hour of the day.</param>
/// <param name="Facts">Names and values.</param>
/// <param name="Channels">Success by channel.</param>
/// <param name="IsCut">Whether the day has more orders than were looked at.</param>
public sealed record HomeView(
    FrameView Frame, ImmutableArray<int> Hours, ImmutableArray<(string Name, string Value)> Facts,
    TableView Channels, bool IsCut)
{
    /// <summary>The tallest bar, in units of the picture.</summary>
    public const int BarMax = 80;

    /// <summary>From one bar to the next.</summary>
    public const int BarPitch = 20;

    /// <summary>How tall the bar of an hour is.</summary>
    public int BarOf(int hour)
        => Hours.Max() is > 0 and var most ? Hours[hour] * BarMax / most : 0;
}
