namespace PayFunctions.Sdk;

/// <summary>
/// Remembers which logins were taken. The one in memory serves one process; with several, keep
/// this where all of them see it, such as a table whose key is the nonce.
/// </summary>
public interface ILoginMemory
{
    /// <summary>Takes a login, atomically.</summary>
    /// <param name="nonce">Its name, 1 to 64 characters.</param>
    /// <param name="until">Until when it has to be remembered.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when it was taken before, or cannot be remembered.</returns>
    ValueTask<bool> TryTakeAsync(
        string nonce, DateTimeOffset until, CancellationToken cancellation);
}
