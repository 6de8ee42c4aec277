using PayFunctions.Ledger;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Ledger;

public sealed class LedgerDocTests
{
    private static readonly string Written =
        File.ReadAllText(RepositoryRoot.Of("docs", "ledger.md"));

    [Fact]
    public void The_document_shows_what_the_rules_post()
    {
        var expected = LedgerTable.Markdown();

        Written.Contains(expected, StringComparison.Ordinal)
            .ShouldBeTrue($"Paste into docs/ledger.md:\n{expected}");
    }

    [Fact]
    public void Every_kind_of_account_is_explained_and_used()
    {
        foreach (var kind in Chart.Kinds)
        {
            Written.ShouldContain($"| `{kind}:");
        }

        LedgerTable.Movements
            .SelectMany(static m => PositionRules.Of(m.After).Keys
                .Concat(PositionRules.Of(m.Before).Keys))
            .Select(static a => a.Split(':')[0]).Distinct(StringComparer.Ordinal)
            .ShouldBeSubsetOf(Chart.Kinds);
    }
}
