using System.Threading.Channels;

namespace PayFunctions.Tests.Compat.Worker.Fixtures;

/// <summary>What functions tell the test, in order, and what the test lets them do.</summary>
internal sealed class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> told = Channel.CreateUnbounded<object>();

    /// <summary>What a function under test does: nothing, unless a test says else.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = static _ => Task.CompletedTask;

    /// <summary>How much has been told and not yet heard.</summary>
    public int Unheard => told.Reader.Count;

    public void Tell(object what) => told.Writer.TryWrite(what);

    /// <summary>The next thing told, waited for.</summary>
    public async Task<T> HearAsync<T>()
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        return (T)await told.Reader.ReadAsync(limit.Token);
    }
}
