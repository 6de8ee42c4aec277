using System.Collections.Immutable;
using PayFunctions.Statements;

namespace PayFunctions.Clearing;

/// <summary>
/// A closed day of an application: what it comes to, and what is owed for it. It is calculated
/// once; what is journaled later is counted in a later day.
/// </summary>
internal sealed record DayClearing
{
    /// <summary>The application; empty for the house, to which nothing is owed.</summary>
    public required string AppId { get; init; }

    /// <summary>The day, in Beijing.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What the day's own movements come to.</summary>
    public StatementSums Sums { get; init; }

    /// <summary>What came late to days before.</summary>
    public long LateFen { get; init; }

    /// <summary>What was left of the days before: too little to pay out, or a debt.</summary>
    public long CarriedInFen { get; init; }

    /// <summary>What is to be paid out.</summary>
    public long PayoutFen { get; init; }

    /// <summary>What is left for the days to come.</summary>
    public long CarriedOutFen { get; init; }

    /// <summary>The working day on which it is due.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>How far it is.</summary>
    public ClearingState State { get; init; }

    /// <summary>The operator's number of the payout.</summary>
    public string? PayoutNo { get; init; }

    /// <summary>When it was paid out.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>Whether the payout is known to be in the journals.</summary>
    public bool IsBooked { get; init; }

    /// <summary>What of the day's movements was counted for the merchant, here or as late in a
    /// later day.</summary>
    public long CountedNetFen { get; init; }

    /// <summary>What of the day's journal was counted, here or as late in a later day, by account
    /// of the books.</summary>
    public ImmutableSortedDictionary<string, long> Counted { get; init; } = None;

    /// <summary>The balance of every account of the books after this day, what came late included.
    /// </summary>
    public ImmutableSortedDictionary<string, long> Balances { get; init; } = None;

    /// <summary>No account.</summary>
    public static ImmutableSortedDictionary<string, long> None { get; }
        = ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);
}
