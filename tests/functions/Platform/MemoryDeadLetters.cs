using System.Globalization;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Platform;

/// <summary>Dead letters in memory, two on a page, and the way back to their queues.</summary>
internal sealed class MemoryDeadLetters : IDeadLetterStore, IReturnQueue
{
    public const int PageSize = 2;

    private readonly SortedDictionary<string, DeadLetter> letters = new(StringComparer.Ordinal);

    public Task KeepAsync(DeadLetter letter, CancellationToken cancellation)
    {
        letters[$"{letter.Queue} {letter.Id}"] = letter;
        return Task.CompletedTask;
    }

    /// <summary>What went back, in order.</summary>
    public List<DeadLetter> Returned { get; } = [];

    /// <summary>Runs before one is forgotten: a process may die there.</summary>
    public Action BeforeRemove { get; set; } = static () => { };

    public Task<DeadLetter?> FindAsync(
        string queue, string id, CancellationToken cancellation)
        => Task.FromResult(letters.GetValueOrDefault($"{queue} {id}"));

    public Task RemoveAsync(DeadLetter letter, CancellationToken cancellation)
    {
        BeforeRemove();
        letters.Remove($"{letter.Queue} {letter.Id}");
        return Task.CompletedTask;
    }

    public Task ReturnAsync(DeadLetter letter, CancellationToken cancellation)
    {
        Returned.Add(letter);
        return Task.CompletedTask;
    }

    public Task<DeadLetterPage> ListAsync(string? cursor, CancellationToken cancellation)
    {
        var start = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var end = start + PageSize;
        return Task.FromResult(new DeadLetterPage(
            [.. letters.Values.Skip(start).Take(PageSize)],
            end < letters.Count ? end.ToString(CultureInfo.InvariantCulture) : null));
    }
}
