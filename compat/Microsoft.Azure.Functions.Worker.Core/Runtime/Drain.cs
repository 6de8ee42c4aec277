using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>
/// The end of the process, for invocations under way: they are left alone for
/// <see cref="Grace"/> after the host begins to stop, then their tokens are cancelled.
/// </summary>
internal sealed class Drain : IDisposable
{
    /// <summary>How long an invocation may go on undisturbed once the host stops.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource cut = new();
    private readonly CancellationTokenRegistration stopping;
    private readonly ITimer timer;

    public Drain(IHostApplicationLifetime lifetime, TimeProvider time)
    {
        timer = time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(),
            cut, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        stopping = lifetime.ApplicationStopping.Register(
            () => timer.Change(Grace, Timeout.InfiniteTimeSpan));
    }

    /// <summary>Cancelled when the grace is over.</summary>
    public CancellationToken Token => cut.Token;

    public void Dispose()
    {
        stopping.Dispose();
        timer.Dispose();
        cut.Dispose();
    }
}
