using System.Collections.Immutable;

namespace PayFunctions.Clearing;

/// <summary>What was journaled after its day was calculated.</summary>
/// <param name="NetFen">What the merchant is owed more.</param>
/// <param name="Accounts">Every account of the books.</param>
internal sealed record LateSums(long NetFen, ImmutableSortedDictionary<string, long> Accounts)
{
    /// <summary>Nothing.</summary>
    public static LateSums Nothing { get; } = new(0, DayClearing.None);

    /// <summary>Whether nothing came.</summary>
    public bool IsNothing => NetFen == 0 && Accounts.IsEmpty;

    /// <summary>Two in one.</summary>
    public LateSums With(LateSums other) => new(
        checked(NetFen + other.NetFen), ClearingRules.Sum(Accounts, other.Accounts));
}
