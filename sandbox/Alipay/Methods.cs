namespace PayFunctions.Sandbox.Alipay;

/// <summary>The names of methods.</summary>
internal static class Methods
{
    /// <summary>Pay on a page in a computer's browser.</summary>
    public const string PagePay = "alipay.trade.page.pay";

    /// <summary>Pay on a page in a phone's browser.</summary>
    public const string WapPay = "alipay.trade.wap.pay";

    /// <summary>A code for the payer to scan.</summary>
    public const string Precreate = "alipay.trade.precreate";

    /// <summary>Charge the code that the payer shows.</summary>
    public const string Pay = "alipay.trade.pay";

    /// <summary>What became of a trade.</summary>
    public const string Query = "alipay.trade.query";

    /// <summary>Let an unpaid trade be paid no more.</summary>
    public const string Close = "alipay.trade.close";

    /// <summary>Undo a trade whose result is unknown.</summary>
    public const string Cancel = "alipay.trade.cancel";

    /// <summary>Give money back.</summary>
    public const string Refund = "alipay.trade.refund";

    /// <summary>What became of a refund.</summary>
    public const string QueryRefund = "alipay.trade.fastpay.refund.query";

    /// <summary>A code for the payer to scan, who then authorises an amount.</summary>
    public const string HoldCode = "alipay.fund.auth.order.voucher.create";

    /// <summary>What became of an operation on an authorised amount.</summary>
    public const string QueryHold = "alipay.fund.auth.operation.detail.query";

    /// <summary>Undo an authorisation.</summary>
    public const string CancelHold = "alipay.fund.auth.operation.cancel";

    /// <summary>Let an authorised amount go, whole or in parts.</summary>
    public const string Unfreeze = "alipay.fund.auth.order.unfreeze";

    /// <summary>Sign an agreement on a page.</summary>
    public const string SignAgreement = "alipay.user.agreement.page.sign";

    /// <summary>What became of an agreement.</summary>
    public const string QueryAgreement = "alipay.user.agreement.query";

    /// <summary>End an agreement.</summary>
    public const string UnsignAgreement = "alipay.user.agreement.unsign";

    /// <summary>Begin the check of a person.</summary>
    public const string BeginCertification = "alipay.user.certify.open.initialize";

    /// <summary>Check a person on a page.</summary>
    public const string Certify = "alipay.user.certify.open.certify";

    /// <summary>What came of the check of a person.</summary>
    public const string QueryCertification = "alipay.user.certify.open.query";

    /// <summary>Where a day's bill is.</summary>
    public const string QueryBill = "alipay.data.dataservice.bill.downloadurl.query";

    /// <summary>Alipay's certificate by its number.</summary>
    public const string DownloadCertificate = "alipay.open.app.alipaycert.download";

    /// <summary>Whether it answers a browser.</summary>
    public static bool IsPage(string method)
        => method is PagePay or WapPay or SignAgreement or Certify;

    /// <summary>Whether the payer stands at a till.</summary>
    public static bool IsFaceToFace(string method) => method is Pay or Precreate;
}
