namespace PayFunctions.Storage;

/// <summary>A message that failed for good, kept until somebody looks.</summary>
/// <param name="Id">The message's own id.</param>
/// <param name="Queue">The queue that gave it up.</param>
/// <param name="Message">Its text.</param>
/// <param name="DequeueCount">How often the poison queue handed it out.</param>
/// <param name="At">When it was put away.</param>
internal sealed record DeadLetter(
    string Id, string Queue, string Message, long DequeueCount, DateTimeOffset At);
