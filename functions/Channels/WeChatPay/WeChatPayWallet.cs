namespace PayFunctions.Channels.WeChatPay;

/// <summary>What opens the wallet, in its order and spelling.</summary>
internal static class WeChatPayWallet
{
    private const string SignType = "RSA";
    private const string AppPackage = "Sign=WXPay";

    private static readonly WalletBridge Bridge = new(
        "WeixinJSBridge", "WeixinJSBridgeReady", "invoke", "getBrandWCPayRequest");

    /// <summary>What of the trade is signed.</summary>
    public static string SubjectOf(string prepayId, bool isApp)
        => isApp ? prepayId : $"prepay_id={prepayId}";

    /// <summary>For a page within WeChat. A mini program takes the same but for the appId, which it
    /// leaves out.</summary>
    public static WalletReady Jsapi(
        WeChatPayAccount account, string prepayId, WeChatPayStamp stamp)
        => new(
            [
                new("appId", account.Identity.PayerAppId),
                new("timeStamp", stamp.Timestamp),
                new("nonceStr", stamp.Nonce),
                new("package", SubjectOf(prepayId, isApp: false)),
                new("signType", SignType),
                new("paySign", stamp.Signature),
            ],
            Bridge);

    /// <summary>For the merchant's application.</summary>
    public static WalletReady App(
        WeChatPayAccount account, string prepayId, WeChatPayStamp stamp)
        => new(
            [
                new("appid", account.Identity.PayerAppId),
                new("partnerid", account.AppPartnerId),
                new("prepayid", prepayId),
                new("package", AppPackage),
                new("noncestr", stamp.Nonce),
                new("timestamp", stamp.Timestamp),
                new("sign", stamp.Signature),
            ],
            Bridge: null);
}
