using PayFunctions.Orders;

namespace PayFunctions.Ledger;

/// <summary>
/// What an order stands for in the books. An entry is the difference of two positions: so the
/// postings of an order always add up to what the order says, whatever happened on the way.
/// </summary>
internal static class PositionRules
{
    /// <summary>The order's balance on each account; zeros are left out. They sum to zero.
    /// </summary>
    public static SortedDictionary<string, long> Of(Order? order)
    {
        var balances = new SortedDictionary<string, long>(StringComparer.Ordinal);
        if (order is { Terms.Hold: null })
        {
            OfPayments(balances, order);
        }
        else if (order is not null)
        {
            OfHolds(balances, order);
        }

        return balances;
    }

    private static void OfPayments(SortedDictionary<string, long> balances, Order order)
    {
        foreach (var attempt in order.Attempts)
        {
            if (attempt.State == AttemptState.Succeeded)
            {
                Move(
                    balances, order.Terms.Total.Fen,
                    debit: Chart.ReceivableOf(attempt.Product, attempt.Account),
                    credit: OwnerOf(order, attempt));
            }

            if (order.Payment?.Attempt == attempt.Number)
            {
                Move(
                    balances, FeeOf(order, attempt),
                    debit: Chart.PayableOf(order.AppId), credit: Chart.FeesOf(order.AppId));
            }
        }

        foreach (var refund in order.Refunds)
        {
            if (refund.Counts && order.FindAttempt(refund.Attempt) is { } attempt)
            {
                Move(
                    balances, refund.Total.Fen,
                    debit: OwnerOf(order, attempt),
                    credit: refund.State == RefundState.Succeeded
                        ? Chart.ReceivableOf(attempt.Product, attempt.Account)
                        : Chart.RefundsOf(attempt.Product, attempt.Account));
            }
        }
    }

    /// <summary>A hold moves no money: what is captured is a payment in another order.</summary>
    private static void OfHolds(SortedDictionary<string, long> balances, Order order)
    {
        foreach (var attempt in order.Attempts)
        {
            Move(
                balances, HeldBy(order, attempt),
                debit: Chart.HoldsOf(attempt.Product, attempt.Account),
                credit: Chart.HeldFor(order.AppId));
        }
    }

    private static long HeldBy(Order order, Attempt attempt)
        => attempt.State != AttemptState.Succeeded
            ? 0
            : order.Terms.Total.Fen
                - order.Refunds.Where(r => r.Attempt == attempt.Number
                        && r.State == RefundState.Succeeded)
                    .Sum(static r => r.Total.Fen)
                - (order.Payment?.Attempt == attempt.Number
                    ? order.Captures.Where(static c => c.State == CaptureState.Succeeded)
                        .Sum(static c => c.Total.Fen)
                    : 0);

    /// <summary>What the payment costs, without what went back with refunds.</summary>
    private static long FeeOf(Order order, Attempt attempt)
        => FeeRules.Of(attempt.Fee, order.Terms.Total.Fen)
            - FeeRules.ReturnedOf(
                attempt.Fee, order.Terms.Total.Fen, order.RefundedOf(attempt.Number).Fen);

    /// <summary>Whose the money of an attempt is.</summary>
    private static LedgerAccount OwnerOf(Order order, Attempt attempt)
        => order.Payment?.Attempt == attempt.Number
            ? Chart.PayableOf(order.AppId)
            : Chart.SuspenseOf(order.AppId);

    private static void Move(
        SortedDictionary<string, long> balances, long fen, LedgerAccount debit,
        LedgerAccount credit)
    {
        Add(balances, debit.Name, fen);
        Add(balances, credit.Name, -fen);
    }

    private static void Add(SortedDictionary<string, long> balances, string account, long fen)
    {
        var balance = checked(balances.GetValueOrDefault(account) + fen);
        if (balance == 0)
        {
            balances.Remove(account);
        }
        else
        {
            balances[account] = balance;
        }
    }
}
