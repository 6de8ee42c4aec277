namespace PayFunctions.Sandbox.Shop;

/// <summary>How a payer pays by a channel's product.</summary>
internal enum ShopChannelKind
{
    /// <summary>On a page, to which the browser is sent.</summary>
    Page,

    /// <summary>By scanning a code that the shop shows.</summary>
    Code,

    /// <summary>By showing a code at the till.</summary>
    Barcode,
}
