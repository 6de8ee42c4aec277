using PayFunctions.Reconciliation;

namespace PayFunctions.Storage;

/// <summary>Days that are to be reconciled.</summary>
internal interface IReconcileQueue
{
    /// <summary>Plans one, visible after the delay.</summary>
    Task PlanAsync(ReconcileMessage message, TimeSpan delay, CancellationToken cancellation);
}
