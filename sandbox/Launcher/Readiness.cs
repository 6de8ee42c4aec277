namespace PayFunctions.Sandbox.Launcher;

/// <summary>Waits until a child answers over HTTP.</summary>
internal static class Readiness
{
    /// <summary>The longest a start may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Returns when <paramref name="health"/> answers 200.</summary>
    /// <exception cref="SandboxFailure">The child ended, or the limit passed.</exception>
    public static async Task WaitAsync(
        Uri health, ChildProcess child, HttpClient client, TimeProvider time,
        CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var end = child.EndAsync(stop.Token);
        try
        {
            var started = time.GetTimestamp();
            while (!await AnswersAsync(health, client, cancel))
            {
                if (end.IsCompletedSuccessfully)
                {
                    throw await end;
                }

                if (time.GetElapsedTime(started) > Limit)
                {
                    throw new SandboxFailure(
                        $"The {child.Name} did not answer at {health} "
                        + $"within {Limit.TotalSeconds:0} seconds.");
                }

                await Task.Delay(Pause, time, cancel);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private static async Task<bool> AnswersAsync(
        Uri health, HttpClient client, CancellationToken cancel)
    {
        try
        {
            using var response = await client.GetAsync(health, cancel);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
