namespace PayFunctions.Sandbox.Launcher;

/// <summary>How the sandbox is started.</summary>
internal sealed record SandboxOptions
{
    /// <summary>The gateway's port; 0 takes a free one, as for the other two.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The demo shop's port.</summary>
    public int ShopPort { get; init; } = 7080;

    /// <summary>The Alipay simulator's port.</summary>
    public int AlipayPort { get; init; } = 7090;

    /// <summary>How many orders the shop creates at the start.</summary>
    public int SeedOrders { get; init; }

    /// <summary>Where keys and stored data live between runs.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// How many times faster than documented the simulator repeats notifications.
    /// </summary>
    public double TimeScale { get; init; } = 1;
}
