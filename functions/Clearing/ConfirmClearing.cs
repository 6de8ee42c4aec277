using PayFunctions.Storage;

namespace PayFunctions.Clearing;

/// <summary>The operator looked at a day and found it right.</summary>
internal sealed class ConfirmClearing(IClearingStore store)
{
    /// <summary>Confirms; doing it again changes nothing.</summary>
    public async Task<ClearingChange> RunAsync(
        string appId, DateOnly day, CancellationToken cancellation)
    {
        if (await store.FindAsync(appId, day, cancellation) is not { } stored)
        {
            return new ClearingChange(ClearingVerdict.Unknown);
        }

        if (stored.Clearing.State != ClearingState.Calculated)
        {
            return new ClearingChange(ClearingVerdict.Done, stored.Clearing);
        }

        var confirmed = stored.Clearing with { State = ClearingState.Confirmed };
        return await store.SaveAsync(stored with { Clearing = confirmed }, cancellation)
            == CommitVerdict.Committed
                ? new ClearingChange(ClearingVerdict.Done, confirmed)
                : new ClearingChange(ClearingVerdict.Contended);
    }
}
