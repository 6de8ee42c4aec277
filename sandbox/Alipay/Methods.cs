namespace PayFunctions.Sandbox.Alipay;

/// <summary>The methods this simulator has.</summary>
internal static class Methods
{
    /// <summary>Pay on a page in a computer's browser.</summary>
    public const string PagePay = "alipay.trade.page.pay";

    /// <summary>Pay on a page in a phone's browser.</summary>
    public const string WapPay = "alipay.trade.wap.pay";

    /// <summary>What became of a trade.</summary>
    public const string Query = "alipay.trade.query";

    /// <summary>Let an unpaid trade be paid no more.</summary>
    public const string Close = "alipay.trade.close";

    /// <summary>Whether it answers a browser.</summary>
    public static bool IsPage(string method) => method is PagePay or WapPay;

    /// <summary>Whether it is one of these.</summary>
    public static bool IsKnown(string method) => IsPage(method) || method is Query or Close;
}
