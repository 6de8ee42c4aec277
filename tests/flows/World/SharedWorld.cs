namespace PayFunctions.Tests.Flows.World;

/// <summary>One world for the stories of a group, begun by the first that asks.</summary>
public sealed class SharedWorld : IAsyncDisposable
{
    private readonly Lazy<Task<PayWorld>> world = new(static () => PayWorld.BeginAsync(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Logging__LogLevel__Default"] = "Debug",
        }));

    /// <summary>The world, running.</summary>
    internal Task<PayWorld> OpenAsync() => world.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (world.IsValueCreated)
        {
            await (await world.Value).DisposeAsync();
        }
    }
}
