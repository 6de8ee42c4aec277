using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>
/// A channel in the sandbox: its simulator, and the account that the functions have there.
/// </summary>
/// <param name="Name">Its name at the gateway, on the command line and in what is printed.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="StandardPort">The simulator's port unless the command line says otherwise.</param>
/// <param name="Account">
/// The account, from the keys of this world and the simulator's root. It makes what is missing of
/// its keys.
/// </param>
/// <param name="StartAsync">Starts the simulator; it answers when the task ends.</param>
/// <param name="Products">The ways to pay that the demo shop offers.</param>
internal sealed record SandboxChannel(
    string Name,
    string Title,
    int StandardPort,
    Func<SandboxKeys, Uri, SandboxAccount> Account,
    Func<SimulatorStart, CancellationToken, Task<IAsyncDisposable>> StartAsync,
    IReadOnlyList<ShopChannel> Products)
{
    /// <summary>Whether the channel makes a bill of the day.</summary>
    public bool HasBill { get; init; } = true;

    /// <summary>The account whose wallet opens the shop, made as the other; null for none.
    /// </summary>
    public Func<SandboxKeys, Uri, SandboxAccount>? Wallet { get; init; }

    /// <summary>The command line's name for the simulator's port.</summary>
    public string PortOption => $"--{Name}-port";
}

/// <summary>What a simulator is started with.</summary>
/// <param name="Port">Its loopback port.</param>
/// <param name="Keys">The keys of this world.</param>
/// <param name="TimeScale">How many times faster than documented it repeats notifications.</param>
/// <param name="Time">Its clock.</param>
/// <param name="Gateway">The gateway's root.</param>
/// <param name="AppId">The shop's application there.</param>
internal sealed record SimulatorStart(
    int Port, SandboxKeys Keys, double TimeScale, TimeProvider Time, Uri Gateway, string AppId)
{
    /// <summary>Where a wallet opens the shop's application.</summary>
    public Uri LoginUrl(string channel, string account)
        => new(Gateway, $"login/{channel}/{account}/{AppId}");
}
