using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>Dead letters that outlive the gateway's process.</summary>
internal sealed class DeadLetters : IDeadLetterStore
{
    private readonly Dictionary<string, DeadLetter> kept = new(StringComparer.Ordinal);

    /// <summary>Everything that was kept.</summary>
    public IReadOnlyCollection<DeadLetter> All => kept.Values;

    /// <inheritdoc/>
    public Task KeepAsync(DeadLetter letter, CancellationToken cancellation)
    {
        kept[letter.Queue + letter.Id] = letter;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DeadLetter?> FindAsync(
        string queue, string id, CancellationToken cancellation)
        => Task.FromResult(kept.GetValueOrDefault(queue + id));

    /// <inheritdoc/>
    public Task RemoveAsync(DeadLetter letter, CancellationToken cancellation)
    {
        kept.Remove(letter.Queue + letter.Id);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<DeadLetterPage> ListAsync(string? cursor, CancellationToken cancellation)
        => Task.FromResult(new DeadLetterPage([.. kept.Values], null));
}
