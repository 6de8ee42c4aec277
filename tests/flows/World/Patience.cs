namespace PayFunctions.Tests.Flows.World;

/// <summary>Waits for what is true in a while, and never longer than a limit.</summary>
internal static class Patience
{
    /// <summary>The longest wait; a busy machine needs a part of it, an idle one none.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The first result that is not null.</summary>
    /// <exception cref="TimeoutException">The limit passed; it names what was missed.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Limit)
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(
                Pause, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Not within {Limit.TotalSeconds:0} s: {what}.");
    }

    /// <summary>The same for what is at hand.</summary>
    public static Task<T> UntilAsync<T>(string what, Func<T?> look)
        where T : class
        => UntilAsync(what, () => Task.FromResult(look()));
}
