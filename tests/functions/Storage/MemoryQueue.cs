namespace PayFunctions.Tests.Storage;

/// <summary>
/// A storage queue in memory: a message is hidden for whole seconds, is received with a new pop
/// receipt that makes every older one worthless, comes back when nobody deletes it, and never
/// ages away.
/// </summary>
internal sealed class MemoryQueue<T>(TimeProvider time)
{
    /// <summary>The longest the service hides a message.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    private readonly Lock door = new();
    private readonly List<MemoryMessage<T>> messages = [];
    private long receipts;
    private long sends;

    /// <summary>Every message, hidden or visible, the soonest visible first.</summary>
    public IReadOnlyList<MemoryMessage<T>> Messages
    {
        get
        {
            lock (door)
            {
                return [.. InOrder()];
            }
        }
    }

    /// <summary>How many messages were ever sent.</summary>
    public long Sends
    {
        get
        {
            lock (door)
            {
                return sends;
            }
        }
    }

    /// <summary>When the next message can be received; null when the queue is empty.</summary>
    public DateTimeOffset? NextVisibleAt
    {
        get
        {
            lock (door)
            {
                return InOrder().FirstOrDefault()?.VisibleAt;
            }
        }
    }

    /// <summary>Adds a message that is visible after the delay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The service would refuse it.</exception>
    public MemoryMessage<T> Send(T message, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Ticks, nameof(delay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestDelay);
        lock (door)
        {
            var sent = new MemoryMessage<T>(
                $"message-{++sends:D8}", NextReceipt(), message,
                time.GetUtcNow() + WholeSeconds(delay), DequeueCount: 0);
            messages.Add(sent);
            return sent;
        }
    }

    /// <summary>Takes the next visible message and hides it; null when none is visible.</summary>
    public MemoryMessage<T>? Receive(TimeSpan visibility)
    {
        lock (door)
        {
            var now = time.GetUtcNow();
            if (InOrder().FirstOrDefault() is not { } next || next.VisibleAt > now)
            {
                return null;
            }

            var received = next with
            {
                PopReceipt = NextReceipt(),
                VisibleAt = now + WholeSeconds(visibility),
                DequeueCount = next.DequeueCount + 1,
            };
            messages[messages.IndexOf(next)] = received;
            return received;
        }
    }

    /// <summary>
    /// Changes a message and shows it at once; false when it is gone or was received since.
    /// </summary>
    public bool Update(string messageId, string popReceipt, T body)
    {
        lock (door)
        {
            var found = messages.FindIndex(m =>
                string.Equals(m.MessageId, messageId, StringComparison.Ordinal)
                && string.Equals(m.PopReceipt, popReceipt, StringComparison.Ordinal));
            if (found >= 0)
            {
                messages[found] = messages[found] with
                {
                    Body = body,
                    PopReceipt = NextReceipt(),
                    VisibleAt = time.GetUtcNow(),
                };
            }

            return found >= 0;
        }
    }

    /// <summary>Removes a message; false when it is gone or was received again since.</summary>
    public bool Delete(string messageId, string popReceipt)
    {
        lock (door)
        {
            return messages.RemoveAll(m =>
                string.Equals(m.MessageId, messageId, StringComparison.Ordinal)
                && string.Equals(m.PopReceipt, popReceipt, StringComparison.Ordinal)) > 0;
        }
    }

    private IOrderedEnumerable<MemoryMessage<T>> InOrder()
        => messages.OrderBy(static m => m.VisibleAt)
            .ThenBy(static m => m.MessageId, StringComparer.Ordinal);

    private string NextReceipt() => $"receipt-{++receipts:D8}";

    private static TimeSpan WholeSeconds(TimeSpan delay)
        => TimeSpan.FromSeconds(Math.Ceiling(delay.TotalSeconds));
}
