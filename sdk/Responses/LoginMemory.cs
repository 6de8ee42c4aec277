namespace PayFunctions.Sdk;

/// <summary>Remembers logins in this process. When it is full, no login is taken.</summary>
/// <param name="clock">The current time; by default the system's clock.</param>
public sealed class LoginMemory(TimeProvider? clock = null) : ILoginMemory
{
    /// <summary>The most logins of the last minutes that are remembered.</summary>
    public const int Capacity = 100_000;

    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly Lock _door = new();
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly PriorityQueue<string, DateTimeOffset> _ends = new();

    /// <inheritdoc/>
    public ValueTask<bool> TryTakeAsync(
        string nonce, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (_door)
        {
            Forget();
            if (_taken.Count >= Capacity || !_taken.Add(nonce))
            {
                return new(false);
            }

            _ends.Enqueue(nonce, until);
            return new(true);
        }
    }

    private void Forget()
    {
        var now = _clock.GetUtcNow();
        while (_ends.TryPeek(out var nonce, out var until) && until < now)
        {
            _ends.Dequeue();
            _taken.Remove(nonce);
        }
    }
}
