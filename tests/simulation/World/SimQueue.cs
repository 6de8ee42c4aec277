namespace PayFunctions.Tests.Simulation.World;

/// <summary>A storage queue that outlives the gateway's process.</summary>
internal sealed class SimQueue(TimeProvider time)
{
    private readonly List<SimMessage> messages = [];
    private readonly List<(DateTimeOffset At, string Body)> sent = [];
    private long counter;

    /// <summary>Every message, the soonest visible first.</summary>
    public IEnumerable<SimMessage> Messages
        => messages.OrderBy(static m => m.VisibleAt).ThenBy(
            static m => m.Id, StringComparer.Ordinal);

    /// <summary>Everything that was ever sent.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Body)> Sent => sent;

    /// <summary>When the next message can be received.</summary>
    public DateTimeOffset? NextVisibleAt => Messages.FirstOrDefault()?.VisibleAt;

    /// <summary>Adds a message that is visible after the delay.</summary>
    public SimMessage Send(string body, TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(delay.Ticks, nameof(delay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, TimeSpan.FromDays(7));
        (delay.Ticks % TimeSpan.TicksPerSecond).ShouldBe(0, "the service takes whole seconds");
        var message = new SimMessage(
            $"m{++counter:D6}", $"r{counter:D6}", body, time.GetUtcNow() + delay, 0);
        messages.Add(message);
        sent.Add((time.GetUtcNow(), body));
        return message;
    }

    /// <summary>Takes the next visible message, hidden for so long.</summary>
    public SimMessage? Receive(TimeSpan hidden)
    {
        var now = time.GetUtcNow();
        return Messages.FirstOrDefault() is { } next && next.VisibleAt <= now
            ? Replace(next, next with
            {
                Receipt = $"r{++counter:D6}",
                VisibleAt = now + hidden,
                DequeueCount = next.DequeueCount + 1,
            })
            : null;
    }

    /// <summary>Hides a received message anew; false when it was received again since.</summary>
    public bool Hide(SimMessage received, TimeSpan hidden)
    {
        var mine = messages.Contains(received);
        if (mine)
        {
            Replace(received, received with { VisibleAt = time.GetUtcNow() + hidden });
        }

        return mine;
    }

    /// <summary>Changes a message and hides it anew; null when the receipt is worthless.</summary>
    public SimMessage? Update(string id, string receipt, string body, TimeSpan hidden)
    {
        var old = messages.Find(m =>
            string.Equals(m.Id, id, StringComparison.Ordinal)
            && string.Equals(m.Receipt, receipt, StringComparison.Ordinal));
        if (old is null)
        {
            return null;
        }

        sent.Add((time.GetUtcNow(), body));
        return Replace(old, old with
        {
            Receipt = $"r{++counter:D6}",
            Body = body,
            VisibleAt = time.GetUtcNow() + hidden,
        });
    }

    /// <summary>Removes a message; false when the receipt is worthless.</summary>
    public bool Delete(string id, string receipt)
        => messages.RemoveAll(m =>
            string.Equals(m.Id, id, StringComparison.Ordinal)
            && string.Equals(m.Receipt, receipt, StringComparison.Ordinal)) > 0;

    private SimMessage Replace(SimMessage old, SimMessage next)
    {
        messages[messages.IndexOf(old)] = next;
        return next;
    }
}
