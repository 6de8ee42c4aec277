using PayFunctions.Batches;

namespace PayFunctions.Storage;

/// <summary>Batches that go on.</summary>
internal interface IBatchQueue
{
    /// <summary>Has one go on after the delay.</summary>
    Task PlanAsync(BatchMessage message, TimeSpan delay, CancellationToken cancellation);
}
