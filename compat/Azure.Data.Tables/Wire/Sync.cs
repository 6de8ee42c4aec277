namespace Azure.Data.Tables.Wire;

/// <summary>
/// The result of a call told not to be asynchronous: it is there already, nothing is waited for.
/// </summary>
internal static class Sync
{
    public static T Result<T>(ValueTask<T> done)
        => done.IsCompleted
            ? done.GetAwaiter().GetResult()
            : throw new InvalidOperationException("A synchronous call went asynchronous.");
}
