using System.Globalization;
using PayFunctions.Ledger;

namespace PayFunctions.Clearing;

/// <summary>What a payout is in the books.</summary>
internal static class PayoutRules
{
    /// <summary>The entry of a day that was paid out; null for others.</summary>
    public static JournalEntry? Of(DayClearing clearing)
        => clearing is { State: ClearingState.Paid, PaidAt: { } at, PayoutFen: > 0 }
            ? new JournalEntry(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"payout:{clearing.AppId}:{clearing.Day:yyyyMMdd}"),
                Version: 1, "PaidOut", at, clearing.AppId, clearing.PayoutNo ?? "", [],
                [
                    new Posting(Chart.PayableOf(clearing.AppId).Name, clearing.PayoutFen),
                    new Posting(Chart.PayoutOf(clearing.AppId).Name, -clearing.PayoutFen),
                ])
            : null;
}
