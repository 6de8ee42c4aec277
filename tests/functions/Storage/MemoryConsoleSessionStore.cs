using PayFunctions.Console;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Storage;

/// <summary>Sessions and used links in memory.</summary>
internal sealed class MemoryConsoleSessionStore : IConsoleSessionStore
{
    private readonly Lock door = new();
    private readonly Dictionary<string, DateTimeOffset> links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConsoleSession> sessions = new(StringComparer.Ordinal);

    /// <summary>How many rows there are.</summary>
    public int Rows => links.Count + sessions.Count;

    /// <summary>What sessions are stored under.</summary>
    public IReadOnlyCollection<string> Digests => sessions.Keys;

    /// <inheritdoc/>
    public Task<bool> TryUseLinkAsync(
        string digest, DateTimeOffset until, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(links.TryAdd(digest, until));
        }
    }

    /// <inheritdoc/>
    public Task AddAsync(
        string digest, ConsoleSession session, CancellationToken cancellation)
    {
        lock (door)
        {
            sessions[digest] = session;
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<ConsoleSession?> FindAsync(string digest, CancellationToken cancellation)
    {
        lock (door)
        {
            return Task.FromResult(sessions.GetValueOrDefault(digest));
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string digest, CancellationToken cancellation)
    {
        lock (door)
        {
            sessions.Remove(digest);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task ForgetAsync(DateTimeOffset expiredAt, CancellationToken cancellation)
    {
        lock (door)
        {
            foreach (var (digest, until) in links)
            {
                if (until < expiredAt)
                {
                    links.Remove(digest);
                }
            }

            foreach (var (digest, session) in sessions)
            {
                if (session.ExpiresAt < expiredAt)
                {
                    sessions.Remove(digest);
                }
            }

            return Task.CompletedTask;
        }
    }
}
