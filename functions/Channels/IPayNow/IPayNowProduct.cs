namespace PayFunctions.Channels.IPayNow;

/// <summary>The products, and the deviceType that each pays and is asked about with.</summary>
internal static class IPayNowProduct
{
    /// <summary>The payer pays on a page.</summary>
    public const string Page = "ipaynow_page";

    /// <summary>The payer scans a code.</summary>
    public const string Qr = "ipaynow_qr";

    /// <summary>The till scans the payer's code.</summary>
    public const string Barcode = "ipaynow_barcode";

    /// <summary>The deviceType of an account's product.</summary>
    public static string DeviceOf(IPayNowAccount account, string product) => product switch
    {
        Page => account.PageDevice,
        Qr => "08",
        Barcode => "05",
        _ => throw new ArgumentException("Not a product of ipaynow.", nameof(product)),
    };

    /// <summary>
    /// Why an account cannot sell a product, in a sentence that says what to do; null when it can.
    /// A registration does not tell its channel which products it lists, so this is found when a
    /// payment is begun.
    /// </summary>
    public static string? FaultOf(IPayNowAccount account, string product)
        => (account.Profile, product) switch
        {
            (_, Page) when account.PageByLink && account.PageChannel is null
                => Missing("page_channel_type", product),
            (_, Page) => null,
            (IPayNowProfile.A, _) => $"{product} needs profile b; this account is of profile a: "
                + $"register it with products {Page} only.",
            (_, Qr) => account.QrChannel is null ? Missing("qr_channel_type", product) : null,
            _ => account.BarcodeChannel is null
                ? Missing("barcode_channel_type", product)
                : null,
        };

    private static string Missing(string setting, string product)
        => $"{product} needs the account's setting {setting}: set it, or take the product from "
            + "the account.";
}
