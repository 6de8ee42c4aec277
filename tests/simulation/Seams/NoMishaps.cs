namespace PayFunctions.Tests.Simulation.Seams;

/// <summary>Nothing goes wrong; time still passes.</summary>
internal sealed class NoMishaps : IMishaps
{
    /// <inheritdoc/>
    public TimeSpan Latency() => TimeSpan.FromMilliseconds(7);

    /// <inheritdoc/>
    public Task BeforeAsync(string seam) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task AfterAsync(string seam) => Task.CompletedTask;
}
