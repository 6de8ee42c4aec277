using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Sandbox;

/// <summary>Knows when what is tested has begun to wait.</summary>
internal static class Pause
{
    /// <summary>Completes when the next timer of a clock fires after exactly this long.</summary>
    public static async Task WaitIsSetAsync(this ManualTimeProvider time, TimeSpan due)
    {
        while (time.NextDue != time.GetUtcNow() + due)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
