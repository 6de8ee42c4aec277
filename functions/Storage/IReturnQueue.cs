namespace PayFunctions.Storage;

/// <summary>The way back of messages that failed for good.</summary>
internal interface IReturnQueue
{
    /// <summary>Sends a letter's text to the queue that gave it up, as a new message.</summary>
    Task ReturnAsync(DeadLetter letter, CancellationToken cancellation);
}
