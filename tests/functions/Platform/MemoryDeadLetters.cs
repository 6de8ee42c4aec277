using System.Globalization;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Platform;

/// <summary>Dead letters in memory, two on a page.</summary>
internal sealed class MemoryDeadLetters : IDeadLetterStore
{
    public const int PageSize = 2;

    private readonly SortedDictionary<string, DeadLetter> letters = new(StringComparer.Ordinal);

    public Task KeepAsync(DeadLetter letter, CancellationToken cancellation)
    {
        letters[$"{letter.Queue} {letter.Id}"] = letter;
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
