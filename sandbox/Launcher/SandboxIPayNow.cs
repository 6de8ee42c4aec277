using PayFunctions.Sandbox.IPayNow;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>IPayNow in the sandbox: profile B, the one with codes, refunds and cancels.</summary>
internal static class SandboxIPayNow
{
    private const string Name = "ipaynow";
    private const string AppId = "1400000000000001";
    private const string KeyName = "ipaynow-main-key";
    private const string WeChat = "13";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } = new(
        Name, "IPayNow", 7092, Account, StartAsync,
        [
            new("ipaynow_page", "现在支付（网页）", "IPayNow page", ShopChannelKind.Page),
            new("ipaynow_qr", "现在支付（扫码）", "IPayNow QR code", ShopChannelKind.Code),
            new("ipaynow_barcode", "现在支付（付款码）", "IPayNow payment code",
                ShopChannelKind.Barcode),
        ])
    {
        HasBill = false,
    };

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.Secret(KeyName);
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
                ["page_channel_type"] = WeChat,
                ["qr_channel_type"] = WeChat,
                ["barcode_channel_type"] = WeChat,
            },
            new Dictionary<string, string>(StringComparer.Ordinal) { ["app_key"] = KeyName });
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await IPayNowSimulator.StartAsync(
            new()
            {
                Port = start.Port,
                Time = start.Time,
                TimeScale = start.TimeScale,
                Applications = [new(AppId, start.Keys.Secret(KeyName))],
            },
            cancel);
}
