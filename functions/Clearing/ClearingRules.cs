using System.Collections.Immutable;

namespace PayFunctions.Clearing;

/// <summary>What a day's clearing comes to.</summary>
internal static class ClearingRules
{
    /// <summary>
    /// Calculates a day: what moved on it, what came late to the days before, and what those had
    /// left. Less than the threshold, or a debt, is carried over.
    /// </summary>
    /// <param name="appId">Whose.</param>
    /// <param name="day">The day.</param>
    /// <param name="sums">What its journal comes to.</param>
    /// <param name="before">The clearing of the day before; null for the first.</param>
    /// <param name="late">What came late.</param>
    /// <param name="terms">When and from what sum on it is paid out.</param>
    public static DayClearing Of(
        string appId, DateOnly day, DaySums sums, DayClearing? before,
        LateSums late, ClearingTerms terms)
    {
        var carried = before?.CarriedOutFen ?? 0;
        var owed = checked(carried + sums.Sums.NetFen + late.NetFen);
        var payout = owed > 0 && owed >= terms.ThresholdFen ? owed : 0;
        return new DayClearing
        {
            AppId = appId,
            Day = day,
            Sums = sums.Sums,
            LateFen = late.NetFen,
            CarriedInFen = carried,
            PayoutFen = payout,
            CarriedOutFen = owed - payout,
            DueOn = terms.Calendar.After(day, terms.Days),
            CountedNetFen = sums.Sums.NetFen,
            Counted = sums.Accounts,
            Balances = Sum(Sum(before?.Balances ?? DayClearing.None, sums.Accounts), late.Accounts),
        };
    }

    /// <summary>What of a day's journal was not counted yet. A payout moves the books, and is no
    /// late money of the merchant.</summary>
    public static LateSums LateOf(DayClearing cleared, DaySums now) => new(
        now.Sums.NetFen - cleared.CountedNetFen,
        Sum(now.Accounts, cleared.Counted.ToImmutableSortedDictionary(
            static a => a.Key, static a => -a.Value, StringComparer.Ordinal)));

    /// <summary>Two sets of balances in one; zeros are left out.</summary>
    public static ImmutableSortedDictionary<string, long> Sum(
        ImmutableSortedDictionary<string, long> one, ImmutableSortedDictionary<string, long> other)
    {
        var sum = one.ToBuilder();
        foreach (var (account, fen) in other)
        {
            sum[account] = checked(sum.GetValueOrDefault(account) + fen);
            if (sum[account] == 0)
            {
                sum.Remove(account);
            }
        }

        return sum.ToImmutable();
    }
}
