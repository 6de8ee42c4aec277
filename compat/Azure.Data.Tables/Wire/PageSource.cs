namespace Azure.Data.Tables.Wire;

/// <summary>Fetches one page.</summary>
/// <param name="isAsync">False blocks.</param>
/// <param name="continuation">Null for the first page.</param>
/// <param name="size">At most so many rows; null leaves it to the service (1000).</param>
/// <param name="cancel">Gives up.</param>
internal delegate ValueTask<Page<T>> PageSource<T>(
    bool isAsync, string continuation, int? size, CancellationToken cancel);
