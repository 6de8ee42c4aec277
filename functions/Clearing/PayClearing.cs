using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>
/// The operator paid a day out. It is recorded, then journaled: a process that dies between the two
/// leaves the second to the next call, or to the next closing.
/// </summary>
internal sealed class PayClearing(IClearingStore store, IJournalStore journal, TimeProvider time)
{
    /// <summary>Records a payout; the same number again changes nothing.</summary>
    public async Task<ClearingChange> RunAsync(
        string appId, DateOnly day, string payoutNo, CancellationToken cancellation)
    {
        if (await store.FindAsync(appId, day, cancellation) is not { } stored)
        {
            return new ClearingChange(ClearingVerdict.Unknown);
        }

        var clearing = stored.Clearing;
        if (clearing.State == ClearingState.Calculated)
        {
            return new ClearingChange(ClearingVerdict.NotConfirmed);
        }

        if (clearing.State == ClearingState.Confirmed)
        {
            clearing = clearing with
            {
                State = ClearingState.Paid,
                PayoutNo = payoutNo,
                PaidAt = time.GetUtcNow(),
            };
            if (await store.SaveAsync(stored with { Clearing = clearing }, cancellation)
                != CommitVerdict.Committed)
            {
                return new ClearingChange(ClearingVerdict.Contended);
            }
        }

        if (!string.Equals(clearing.PayoutNo, payoutNo, StringComparison.Ordinal))
        {
            return new ClearingChange(ClearingVerdict.ContentDiffers);
        }

        if (PayoutRules.Of(clearing) is { } entry)
        {
            await journal.WriteAsync([entry], cancellation);
        }

        return new ClearingChange(ClearingVerdict.Done, clearing);
    }
}
