namespace PayFunctions.Channels;

/// <summary>How a payer pays with a product.</summary>
internal enum ProductKind
{
    /// <summary>On a page of the channel, where the browser is sent.</summary>
    Page,

    /// <summary>By scanning a code that we or the merchant show.</summary>
    Code,

    /// <summary>By showing a code that the merchant's till scans.</summary>
    Barcode,

    /// <summary>In the payer's wallet, which signed parameters open.</summary>
    Wallet,

    /// <summary>By nobody: the merchant takes what a payer authorised, or agreed to, before.
    /// </summary>
    Capture,

    /// <summary>With a card that the merchant names and a code from the payer's phone.</summary>
    KCode,

    /// <summary>Not at all: a person is checked.</summary>
    Identity,
}
