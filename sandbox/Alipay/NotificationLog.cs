using System.Collections.Concurrent;

namespace PayFunctions.Sandbox.Alipay;

/// <summary>Every attempt, by notify_id.</summary>
internal sealed class NotificationLog
{
    /// <summary>The most attempts kept for one trade.</summary>
    public const int Maximum = 64;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<NotificationAttempt>> attempts =
        new(StringComparer.Ordinal);

    /// <summary>The attempts of a notification, oldest first.</summary>
    public IReadOnlyList<NotificationAttempt> Of(string notifyId)
        => [.. attempts.GetValueOrDefault(notifyId, [])];

    /// <summary>Keeps an attempt, and forgets the oldest where there are too many.</summary>
    public void Add(string notifyId, NotificationAttempt attempt)
    {
        var queue = attempts.GetOrAdd(notifyId, static _ => new());
        queue.Enqueue(attempt);
        while (queue.Count > Maximum && queue.TryDequeue(out _))
        {
            // Forgotten.
        }
    }
}
