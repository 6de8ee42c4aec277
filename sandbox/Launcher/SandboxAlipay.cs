using PayFunctions.Sandbox.Alipay;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Sandbox.Launcher;

/// <summary>Alipay in the sandbox.</summary>
internal static class SandboxAlipay
{
    /// <summary>The app_id of the gateway at Alipay.</summary>
    public const string AppId = "2021000000000001";

    /// <summary>The account at Alipay that receives the money.</summary>
    public const string SellerId = "2088101106499364";

    /// <summary>Alipay's own key.</summary>
    public const string OwnKey = "alipay";

    private const string Name = "alipay";
    private const string SigningKey = "alipay-main";

    /// <summary>The channel.</summary>
    public static SandboxChannel Channel { get; } = new(
        Name, "Alipay", 7090, Account, StartAsync,
        [
            new("alipay_page", "支付宝（电脑网页）", "Alipay on a computer", ShopChannelKind.Page),
            new("alipay_wap", "支付宝（手机网页）", "Alipay on a phone", ShopChannelKind.Page),
            new("alipay_qr", "支付宝（扫码）", "Alipay QR code", ShopChannelKind.Code),
            new("alipay_barcode", "支付宝（付款码）", "Alipay payment code",
                ShopChannelKind.Barcode),
        ]);

    private static SandboxAccount Account(SandboxKeys keys, Uri root)
    {
        keys.SigningKey(SigningKey);
        return new(
            Name,
            "main",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["app_id"] = AppId,
                ["seller_id"] = SellerId,
                ["signing_key"] = SigningKey,
                ["public_key"] = keys.Public(OwnKey),
                ["gateway_uri"] = new Uri(root, "/gateway.do").AbsoluteUri,
            },
            new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static async Task<IAsyncDisposable> StartAsync(
        SimulatorStart start, CancellationToken cancel)
        => await AlipaySimulator.StartAsync(
            new()
            {
                Port = start.Port,
                PrivateKey = start.Keys.Private(OwnKey),
                Applications = [new(AppId, start.Keys.SigningKey(SigningKey), SellerId)],
                Time = start.Time,
                TimeScale = start.TimeScale,
            },
            cancel);
}
