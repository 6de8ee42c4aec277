namespace PayFunctions.Channels.Alipay;

/// <summary>The methods we call, and where their answers stand.</summary>
internal static class AlipayMethod
{
    /// <summary>Pay on a page, at a desk.</summary>
    public const string PagePay = "alipay.trade.page.pay";

    /// <summary>Pay on a page, on a phone.</summary>
    public const string WapPay = "alipay.trade.wap.pay";

    /// <summary>Make a code that the payer scans.</summary>
    public const string Precreate = "alipay.trade.precreate";

    /// <summary>Charge a code that the payer shows.</summary>
    public const string Pay = "alipay.trade.pay";

    /// <summary>Ask about a trade.</summary>
    public const string Query = "alipay.trade.query";

    /// <summary>End an unpaid trade.</summary>
    public const string Close = "alipay.trade.close";

    /// <summary>Undo a trade whose outcome is not known.</summary>
    public const string Cancel = "alipay.trade.cancel";

    /// <summary>Give money back.</summary>
    public const string Refund = "alipay.trade.refund";

    /// <summary>Ask about a refund.</summary>
    public const string RefundQuery = "alipay.trade.fastpay.refund.query";

    /// <summary>Make a code that the payer scans to authorise an amount.</summary>
    public const string HoldCode = "alipay.fund.auth.order.voucher.create";

    /// <summary>Ask about an amount that is frozen, or was let go.</summary>
    public const string HoldQuery = "alipay.fund.auth.operation.detail.query";

    /// <summary>End an authorisation that was not given yet.</summary>
    public const string HoldCancel = "alipay.fund.auth.operation.cancel";

    /// <summary>Let a part of what is frozen go.</summary>
    public const string Unfreeze = "alipay.fund.auth.order.unfreeze";

    /// <summary>Sign an agreement on a page.</summary>
    public const string AgreementSign = "alipay.user.agreement.page.sign";

    /// <summary>Ask about an agreement.</summary>
    public const string AgreementQuery = "alipay.user.agreement.query";

    /// <summary>End an agreement.</summary>
    public const string AgreementUnsign = "alipay.user.agreement.unsign";

    /// <summary>Begin the check of a person.</summary>
    public const string IdentityInitialize = "alipay.user.certify.open.initialize";

    /// <summary>Have a person checked on a page.</summary>
    public const string IdentityCertify = "alipay.user.certify.open.certify";

    /// <summary>Ask what came of the check of a person.</summary>
    public const string IdentityQuery = "alipay.user.certify.open.query";

    /// <summary>Ask where a day's bill is.</summary>
    public const string Bill = "alipay.data.dataservice.bill.downloadurl.query";

    /// <summary>Fetch a certificate of Alipay by its number.</summary>
    public const string CertificateDownload = "alipay.open.app.alipaycert.download";

    /// <summary>Where errors of the gateway itself stand.</summary>
    public const string ErrorRoot = "error_response";

    /// <summary>
    /// Whether a method may be repeated after trouble: it moves no money, and saying it twice is
    /// saying it once. A precreated trade does not exist until its code is scanned.
    /// </summary>
    public static bool IsRepeatable(string method)
        => method is Query or RefundQuery or HoldQuery or AgreementQuery or Precreate
            or IdentityQuery or CertificateDownload;

    /// <summary>The answer's root: <c>alipay_trade_query_response</c>.</summary>
    public static string RootOf(string method)
        => string.Concat(method.Replace('.', '_'), "_response");
}
