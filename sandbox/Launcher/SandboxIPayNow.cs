using PayFunctions.Sandbox.IPayNow;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>ipaynow in the sandbox: profile b, which has codes, cancels and refunds.</summary>
internal static class SandboxIPayNow
{
    /// <summary>The gateway's application at ipaynow.</summary>
    public const string AppId = "1400000000000001";

    private const string Name = "ipaynow";
    private const string Key = "ipaynow-main-key";
    private const string Wallet = "13";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } =
        new(Name, "ipaynow", 7092, Account, StartAsync);

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.Secret(Key);
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["profile"] = "b",
                ["app_id"] = AppId,
                ["gateway_uri"] = root.AbsoluteUri,
                ["refund_uri"] = new Uri(root, "/refund/refundOrder").AbsoluteUri,
                ["refund_query_uri"] = new Uri(root, "/refund/refundQuery").AbsoluteUri,
                ["page_channel_type"] = Wallet,
                ["qr_channel_type"] = Wallet,
                ["barcode_channel_type"] = Wallet,
            },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["app_key"] = Key });
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await IPayNowSimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Applications = [new(AppId, start.Keys.Secret(Key))],
                Time = start.Time,
                TimeScale = start.TimeScale,
            },
            cancel);
}
