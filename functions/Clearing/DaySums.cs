using System.Collections.Immutable;
using PayFunctions.Ledger;
using PayFunctions.Statements;

namespace PayFunctions.Clearing;

/// <summary>What a journal's day comes to.</summary>
/// <param name="Sums">What is the merchant's business.</param>
/// <param name="Accounts">Every account of the books.</param>
internal sealed record DaySums(
    StatementSums Sums, ImmutableSortedDictionary<string, long> Accounts)
{
    /// <summary>A day on which nothing moved.</summary>
    public static DaySums Nothing { get; } = new(default, DayClearing.None);

    /// <summary>With an entry more.</summary>
    public DaySums With(JournalEntry entry)
    {
        var accounts = Accounts.ToBuilder();
        foreach (var posting in entry.Postings)
        {
            accounts[posting.Account] =
                checked(accounts.GetValueOrDefault(posting.Account) + posting.Fen);
        }

        return new DaySums(
            StatementRules.Of(entry) is { } row ? Sums.With(row) : Sums,
            accounts.ToImmutable());
    }
}
