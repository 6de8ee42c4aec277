namespace PayFunctions.Sandbox.Launcher;

/// <summary>The channels that the sandbox simulates.</summary>
internal static class SandboxChannels
{
    /// <summary>All of them, in the order in which they are listed and started.</summary>
    public static IReadOnlyList<SandboxChannel> All { get; } =
    [
        SandboxAlipay.Channel,
        SandboxTenpay.Channel,
        SandboxIPayNow.Channel,
        SandboxAbc.Channel,
        SandboxWeChatPay.Channel,
    ];
}
