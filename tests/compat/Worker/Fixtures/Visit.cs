namespace PayFunctions.Tests.Compat.Worker.Fixtures;

/// <summary>A scoped service: one an invocation, gone with it.</summary>
internal sealed class Visit(Probe probe) : IDisposable
{
    private static int count;

    public int Number { get; } = Interlocked.Increment(ref count);

    public void Dispose() => probe.Tell($"disposed {Number}");
}
