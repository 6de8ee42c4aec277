using System.Collections.Concurrent;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Every attempt to notify, by out_trade_no.</summary>
internal sealed class NotificationLog
{
    /// <summary>The most attempts kept for one trade.</summary>
    public const int Maximum = 64;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<NotificationAttempt>> attempts =
        new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, WireMessage> last = new(StringComparer.Ordinal);

    /// <summary>The attempts for a trade, oldest first.</summary>
    public IReadOnlyList<NotificationAttempt> Of(string outTradeNo)
        => [.. attempts.GetValueOrDefault(outTradeNo, [])];

    /// <summary>The last message sent about a trade, arrived or not.</summary>
    public WireMessage? LastOf(string outTradeNo) => last.GetValueOrDefault(outTradeNo);

    /// <summary>Keeps a message that is about to leave.</summary>
    public void Sent(string outTradeNo, WireMessage message) => last[outTradeNo] = message;

    /// <summary>Keeps an attempt, and forgets the oldest where there are too many.</summary>
    public void Add(string outTradeNo, NotificationAttempt attempt)
    {
        var queue = attempts.GetOrAdd(outTradeNo, static _ => new());
        queue.Enqueue(attempt);
        while (queue.Count > Maximum && queue.TryDequeue(out _))
        {
            // Forgotten.
        }
    }
}
