namespace PayFunctions.Storage;

/// <summary>Where messages go that failed for good.</summary>
internal interface IDeadLetterStore
{
    /// <summary>Keeps one; keeping it again changes nothing.</summary>
    Task KeepAsync(DeadLetter letter, CancellationToken cancellation);

    /// <summary>One of a queue; null when there is none of that id.</summary>
    Task<DeadLetter?> FindAsync(string queue, string id, CancellationToken cancellation);

    /// <summary>Forgets one; one that is not there is forgotten.</summary>
    Task RemoveAsync(DeadLetter letter, CancellationToken cancellation);

    /// <summary>One page, in the order of queue and id.</summary>
    Task<DeadLetterPage> ListAsync(string? cursor, CancellationToken cancellation);
}
