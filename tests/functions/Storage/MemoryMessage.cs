namespace PayFunctions.Tests.Storage;

/// <summary>A message in a queue in memory.</summary>
/// <param name="MessageId">Its name, in the order of sending.</param>
/// <param name="PopReceipt">Who knows the latest one may delete it.</param>
/// <param name="Body">What was sent.</param>
/// <param name="VisibleAt">When it can be received (again).</param>
/// <param name="DequeueCount">How often it was received.</param>
internal sealed record MemoryMessage<T>(
    string MessageId, string PopReceipt, T Body, DateTimeOffset VisibleAt, int DequeueCount);
