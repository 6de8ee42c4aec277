using PayFunctions.Ledger;

namespace PayFunctions.Statements;

/// <summary>What of an entry is the merchant's business.</summary>
internal static class StatementRules
{
    /// <summary>
    /// The line of an entry; null when the merchant's money did not move. Its amounts are those of
    /// the postings: a statement cannot differ from the books.
    /// </summary>
    public static StatementRow? Of(JournalEntry entry)
    {
        if (entry.Lines.FirstOrDefault(static line => KindOf(line) is not null)
            is not { } line)
        {
            return null;
        }

        var net = -SumOf(entry, Chart.PayableOf(entry.AppId));
        var fee = -SumOf(entry, Chart.FeesOf(entry.AppId));
        var amount = net + fee;
        return net == 0 && fee == 0
            ? null
            : new StatementRow(
                entry.At, KindOf(line)!.Value, entry.Reference, entry.OutTradeNo,
                line.OutRequestNo, line.Product, line.ChannelTradeNo, amount, fee);
    }

    private static StatementKind? KindOf(JournalLine line) => line.Kind switch
    {
        JournalLineKind.Payment => StatementKind.Payment,
        JournalLineKind.RefundAccepted => StatementKind.Refund,
        JournalLineKind.RefundFailed => StatementKind.RefundFailed,
        _ => null,
    };

    private static long SumOf(JournalEntry entry, LedgerAccount account)
        => entry.Postings
            .Where(p => string.Equals(p.Account, account.Name, StringComparison.Ordinal))
            .Sum(static p => p.Fen);
}
