namespace PayFunctions.Channels.Alipay;

/// <summary>The products' names, as merchants know them.</summary>
internal static class AlipayProduct
{
    /// <summary>A page for a desk.</summary>
    public const string Page = "alipay_page";

    /// <summary>A page for a phone.</summary>
    public const string Wap = "alipay_wap";

    /// <summary>A code that the payer scans.</summary>
    public const string Code = "alipay_qr";

    /// <summary>A code that the payer shows.</summary>
    public const string Barcode = "alipay_barcode";

    /// <summary>A code that the payer scans to authorise an amount.</summary>
    public const string HoldCode = "alipay_hold_qr";

    /// <summary>What is taken of an authorised amount.</summary>
    public const string Capture = "alipay_capture";

    /// <summary>A page for a desk where an agreement is signed.</summary>
    public const string Agreement = "alipay_agreement";

    /// <summary>A page for a phone where an agreement is signed.</summary>
    public const string AgreementWap = "alipay_agreement_wap";

    /// <summary>A page where a person is checked.</summary>
    public const string Identity = "alipay_identity";

    /// <summary>What is taken under an agreement.</summary>
    public const string Debit = "alipay_debit";
}
