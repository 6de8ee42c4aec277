using System.Collections.Immutable;

namespace PayFunctions.Console;

/// <summary>What a day comes to so far.</summary>
/// <param name="Hours">Payments in each hour of Beijing.</param>
/// <param name="Orders">Orders created.</param>
/// <param name="Paid">Those of them that are paid.</param>
/// <param name="PaidFen">What they come to.</param>
/// <param name="Channels">By channel product, by name.</param>
/// <param name="MedianDelay">The middle time from a payment to the merchant's success; null where
/// there was none.</param>
/// <param name="SlowestDelay">The longest of them.</param>
internal sealed record DayFigures(
    ImmutableArray<int> Hours,
    int Orders,
    int Paid,
    long PaidFen,
    ImmutableArray<ChannelFigures> Channels,
    TimeSpan? MedianDelay,
    TimeSpan? SlowestDelay);
