namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// Runs what others wrote and says how it failed. A runtime must outlive whatever a function or a
/// service throws, so the failure is a value here, and nowhere else is everything caught.
/// </summary>
internal static class Attempt
{
    /// <summary>Null when <paramref name="work"/> succeeded.</summary>
    public static async Task<Exception?> FailureOfAsync(Func<Task> work)
    {
        var run = RunAsync(work);
        await run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return run.IsCompletedSuccessfully
            ? null
            : run.Exception?.InnerException ?? new TaskCanceledException(run);
    }

    // An async method turns what work throws before its first await into a failed task.
    private static async Task RunAsync(Func<Task> work) => await work();
}
