namespace PayFunctions.Storage;

/// <summary>Where messages go that failed for good.</summary>
internal interface IDeadLetterStore
{
    /// <summary>Keeps one; keeping it again changes nothing.</summary>
    Task KeepAsync(DeadLetter letter, CancellationToken cancellation);

    /// <summary>One page, in the order of queue and id.</summary>
    Task<DeadLetterPage> ListAsync(string? cursor, CancellationToken cancellation);
}
