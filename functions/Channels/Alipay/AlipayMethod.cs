namespace PayFunctions.Channels.Alipay;

/// <summary>The methods we call, and where their answers stand.</summary>
internal static class AlipayMethod
{
    /// <summary>Pay on a page, at a desk.</summary>
    public const string PagePay = "alipay.trade.page.pay";

    /// <summary>Pay on a page, on a phone.</summary>
    public const string WapPay = "alipay.trade.wap.pay";

    /// <summary>Ask about a trade.</summary>
    public const string Query = "alipay.trade.query";

    /// <summary>End an unpaid trade.</summary>
    public const string Close = "alipay.trade.close";

    /// <summary>Where errors of the gateway itself stand.</summary>
    public const string ErrorRoot = "error_response";

    /// <summary>Whether a method changes nothing, so that it may be repeated.</summary>
    public static bool IsQuestion(string method) => method is Query;

    /// <summary>The answer's root: <c>alipay_trade_query_response</c>.</summary>
    public static string RootOf(string method)
        => string.Concat(method.Replace('.', '_'), "_response");
}
