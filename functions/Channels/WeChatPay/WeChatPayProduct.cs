namespace PayFunctions.Channels.WeChatPay;

/// <summary>The products' names, as merchants know them.</summary>
internal static class WeChatPayProduct
{
    /// <summary>A code that the payer scans.</summary>
    public const string Native = "wechatpay_native";

    /// <summary>A page for a phone's browser, which calls WeChat up.</summary>
    public const string H5 = "wechatpay_h5";

    /// <summary>A page within WeChat, or a mini program.</summary>
    public const string Jsapi = "wechatpay_jsapi";

    /// <summary>The merchant's application, which calls WeChat up.</summary>
    public const string App = "wechatpay_app";

    /// <summary>A code that the payer shows.</summary>
    public const string Code = "wechatpay_code";
}
