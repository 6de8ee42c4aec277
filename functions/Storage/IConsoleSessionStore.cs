using PayFunctions.Console;

namespace PayFunctions.Storage;

/// <summary>
/// Signed-in browsers and used sign-in links, each under the digest of what the browser holds.
/// </summary>
internal interface IConsoleSessionStore
{
    /// <summary>Uses a link up; false when it was used before.</summary>
    Task<bool> TryUseLinkAsync(
        string digest, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>Adds a session.</summary>
    Task AddAsync(string digest, ConsoleSession session, CancellationToken cancellation);

    /// <summary>The session, or null; it may have expired.</summary>
    Task<ConsoleSession?> FindAsync(string digest, CancellationToken cancellation);

    /// <summary>Ends a session.</summary>
    Task RemoveAsync(string digest, CancellationToken cancellation);

    /// <summary>Forgets some of what has expired.</summary>
    Task ForgetAsync(DateTimeOffset expiredAt, CancellationToken cancellation);
}
