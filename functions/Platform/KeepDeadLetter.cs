using Microsoft.Extensions.Logging;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Puts a poison message into a table: the runtime's copy lives seven days and must not be the last
/// one.
/// </summary>
internal sealed partial class KeepDeadLetter(
    IDeadLetterStore letters, TimeProvider time, ILogger<KeepDeadLetter> logger)
{
    /// <summary>Keeps one message of a queue.</summary>
    public async Task RunAsync(
        string queue, string messageId, BinaryData body, long dequeueCount,
        CancellationToken cancellation)
    {
        await letters.KeepAsync(
            new DeadLetter(
                messageId, queue, body.ToString(), dequeueCount, time.GetUtcNow()),
            cancellation);
        Log.Kept(logger, queue, messageId);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "ALARM dead_letter: message {MessageId} of queue {Queue} failed for good; "
            + "GET /platform/dead-letters shows it.")]
        public static partial void Kept(ILogger logger, string queue, string messageId);
    }
}
