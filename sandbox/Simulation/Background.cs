using System.Collections.Concurrent;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>Work that outlives the request that began it, and ends with the simulator.</summary>
internal sealed class Background : IAsyncDisposable
{
    /// <summary>The most pieces of work at once.</summary>
    public const int Maximum = 10_000;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, byte> running = [];

    /// <summary>Begins a piece of work.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool TryStart(Func<CancellationToken, Task> work)
    {
        if (running.Count >= Maximum)
        {
            return false;
        }

        var task = Task.Run(() => UntilStoppedAsync(work), CancellationToken.None);
        running.TryAdd(task, 0);
        _ = task.ContinueWith(
            t => running.TryRemove(t, out _), CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running.Keys);
        stop.Dispose();
    }

    private async Task UntilStoppedAsync(Func<CancellationToken, Task> work)
    {
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The simulator ends; nobody waits for this work any more.
        }
    }
}
