using PayFunctions.Sandbox.Abc.Agreements;

namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>
/// Each row is a debit like any other. From the moment that the batch is taken it is an order, so
/// that questions about its number are answered: 01, then 04 or 99.
/// </summary>
internal sealed class DebitWork(
    AbcSimulatorOptions options, SigningBook signings, TradeBook trades) : IBatchWork
{
    /// <inheritdoc/>
    public void Take(BatchRow row)
        => trades.Open(row.Debit!, refusesRepetitions: false);  // a number in use fails later

    /// <inheritdoc/>
    public bool CarryOut(BatchOrder batch, BatchRow row)
    {
        var order = row.Debit!;
        if (trades.Find(batch.MerchantId, order.OutTradeNo) is not { } known
            || known.Order != order)
        {
            return false;
        }

        if (known.PaidAt is not null)
        {
            return !options.RefusesRepetitions;  // debited before, and not again
        }

        if (signings.Refusal(batch.MerchantId, row.Of) is null)
        {
            return trades.Pay(order) is not null;
        }

        trades.Fail(order);
        return false;
    }

    /// <inheritdoc/>
    public void Decline(BatchRow row) => trades.Fail(row.Debit!);
}
