using System.Collections.Immutable;
using PayFunctions.Orders;

namespace PayFunctions.Ledger;

/// <summary>The postings of one move of an order.</summary>
internal static class EntryRules
{
    /// <summary>
    /// What the move changes in the books, in ordinal order of the accounts; empty when no money
    /// moved. It sums to zero.
    /// </summary>
    /// <param name="before">The order before; null when the move makes it.</param>
    /// <param name="after">The order after.</param>
    public static ImmutableArray<Posting> Of(Order? before, Order after)
    {
        var old = PositionRules.Of(before);
        var now = PositionRules.Of(after);
        ImmutableArray<Posting> postings =
        [
            .. old.Keys.Union(now.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(account => new Posting(
                    account,
                    now.GetValueOrDefault(account) - old.GetValueOrDefault(account)))
                .Where(static posting => posting.Fen != 0),
        ];
        return postings.Sum(static posting => posting.Fen) == 0
            ? postings
            : throw new InvalidOperationException(
                $"The entry of order {after.Id}, version {after.Version}, does not balance.");
    }
}
