namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>A world of its own for each test.</summary>
public abstract class WorldTests : IAsyncLifetime
{
    internal AbcWorld World { get; private set; } = null!;

    public async ValueTask InitializeAsync() => World = await AbcWorld.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal async Task RenewAsync(
        Func<PayFunctions.Sandbox.Abc.AbcSimulatorOptions,
            PayFunctions.Sandbox.Abc.AbcSimulatorOptions> change)
    {
        await World.DisposeAsync();
        World = await AbcWorld.StartAsync(change);
    }
}
