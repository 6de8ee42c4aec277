using PayFunctions.Sandbox.Day;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>How the sandbox is started.</summary>
internal sealed record SandboxOptions
{
    /// <summary>The gateway's port; 0 takes a free one, as for all the others.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The demo shop's port.</summary>
    public int ShopPort { get; init; } = 7080;

    /// <summary>The simulators' ports by their channels' names; the standard one else.</summary>
    public IReadOnlyDictionary<string, int> SimulatorPorts { get; init; } =
        new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many orders the shop creates at the start.</summary>
    public int SeedOrders { get; init; }

    /// <summary>Where keys and stored data live between runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// How many times faster than documented the simulators repeat notifications.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The day that is played before people may look at it; null for none.</summary>
    public DayOptions? Day { get; init; }

    /// <summary>The port of a channel's simulator.</summary>
    public int PortOf(SandboxChannel channel)
        => SimulatorPorts.GetValueOrDefault(channel.Name, channel.StandardPort);
}
