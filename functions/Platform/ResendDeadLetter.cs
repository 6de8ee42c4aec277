using Microsoft.Extensions.Logging;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>
/// Sends a dead letter to its queue again, for an operator who has mended what it failed of. It is
/// sent before it is forgotten: whoever is cut off between the two sends it twice, and every
/// consumer looks at what is stored, not at how often it is told.
/// </summary>
internal sealed partial class ResendDeadLetter(
    IDeadLetterStore letters, IReturnQueue queues, ILogger<ResendDeadLetter> logger)
{
    /// <summary>The letter that was sent; null when there is none of that id.</summary>
    public async Task<DeadLetter?> RunAsync(
        string queue, string id, CancellationToken cancellation)
    {
        if (await letters.FindAsync(queue, id, cancellation) is not { } letter)
        {
            return null;
        }

        await queues.ReturnAsync(letter, cancellation);
        await letters.RemoveAsync(letter, cancellation);
        Log.Resent(logger, letter.Queue, letter.Id);
        return letter;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Dead letter {MessageId} went to queue {Queue} again.")]
        public static partial void Resent(ILogger logger, string queue, string messageId);
    }
}
