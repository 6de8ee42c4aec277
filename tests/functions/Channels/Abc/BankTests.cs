namespace PayFunctions.Tests.Channels.Abc;

/// <summary>What tests of calls share: a bank on loopback, and the channel that calls it.</summary>
public abstract class BankTests : IAsyncLifetime
{
    private readonly List<AbcBench> benches = [];

    internal LoopbackBank Bank { get; private set; } = null!;

    internal AbcBench Bench { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Bank = await LoopbackBank.StartAsync();
        Bench = With();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in benches)
        {
            bench.Dispose();
        }

        await Bank.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>A channel with other settings, at the same bank.</summary>
    internal AbcBench With(params (string Name, string? Value)[] changes)
        => WithLimits([], changes);

    internal AbcBench WithLimits(
        (string Name, string? Value)[] limits, params (string Name, string? Value)[] changes)
    {
        var bench = new AbcBench(
            [("RetryDelay", "00:00:00"), ("BreakerCalls", "1000"), .. limits],
            [("gateway_uri", Bank.Address), .. changes]);
        benches.Add(bench);
        return bench;
    }
}
