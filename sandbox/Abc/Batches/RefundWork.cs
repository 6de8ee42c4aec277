namespace PayFunctions.Sandbox.Abc.Batches;

/// <summary>Each row is a refund like any other.</summary>
internal sealed class RefundWork(RefundDesk desk) : IBatchWork
{
    /// <inheritdoc/>
    public void Take(BatchRow row)
    {
        // A refund is nothing before it is done.
    }

    /// <inheritdoc/>
    public bool CarryOut(BatchOrder batch, BatchRow row)
        => desk.GiveBack(batch.MerchantId, row.Of, row.Number, row.Fen, batch.At).Refund
            is not null;

    /// <inheritdoc/>
    public void Decline(BatchRow row)
    {
        // It never was.
    }
}
