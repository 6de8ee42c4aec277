using System.Collections.Immutable;
using PayFunctions.Orders;

namespace PayFunctions.Platform;

/// <summary>Which terms hold.</summary>
internal static class FeeEntryRules
{
    /// <summary>
    /// The terms in force on a day: the latest entry of the channel, else the latest of all
    /// channels; null when nothing is charged.
    /// </summary>
    public static FeeTerms? Find(
        ImmutableArray<FeeEntry> entries, string channel, DateOnly day)
        => Latest(entries, day, channel) ?? Latest(entries, day, channel: null);

    private static FeeTerms? Latest(
        ImmutableArray<FeeEntry> entries, DateOnly day, string? channel)
        => entries
            .Where(e => e.From <= day
                && string.Equals(e.Channel, channel, StringComparison.Ordinal))
            .MaxBy(static e => e.From)?.Terms;
}
