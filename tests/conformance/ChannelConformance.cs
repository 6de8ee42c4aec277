using PayFunctions.Tests.Conformance.World;

namespace PayFunctions.Tests.Conformance;

/// <summary>A world of its own for each test of one channel.</summary>
public abstract class ChannelConformance<TRig> : IAsyncLifetime
    where TRig : ChannelRig, new()
{
    /// <summary>The world.</summary>
    private protected ConformanceWorld World { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async ValueTask InitializeAsync()
        => World = await ConformanceWorld.StartAsync(new TRig());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Another world, for a test that needs another clock or another merchant.</summary>
    private protected async Task RenewAsync(TimeSpan skew = default, string late = "revive")
    {
        await World.DisposeAsync();
        World = await ConformanceWorld.StartAsync(new TRig(), skew, late);
    }

    private protected static string NumberOf(string id, int attempt = 1)
        => ConformanceWorld.NumberOf(id, attempt);
}
