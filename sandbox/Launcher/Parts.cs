namespace PayFunctions.Sandbox.Launcher;

/// <summary>What was started, and is ended in reverse order.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private readonly Stack<Func<Task>> ends = [];

    /// <summary>Keeps a part until the end.</summary>
    /// <param name="part">What was started.</param>
    /// <param name="drain">What is done before it is disposed of.</param>
    public T Keep<T>(T part, Func<T, Task>? drain = null)
        where T : IAsyncDisposable
    {
        ends.Push(async () =>
        {
            await (drain?.Invoke(part) ?? Task.CompletedTask);
            await part.DisposeAsync();
        });
        return part;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (ends.TryPop(out var end))
        {
            await end();
        }
    }
}
