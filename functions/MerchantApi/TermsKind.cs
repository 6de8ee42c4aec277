namespace PayFunctions.MerchantApi;

/// <summary>What a merchant wants to create.</summary>
internal enum TermsKind
{
    /// <summary>A payment that a payer makes on a page, with a code or in a wallet.</summary>
    Payment,

    /// <summary>A payment by a code that the payer shows.</summary>
    Barcode,

    /// <summary>An authorisation: an amount is held.</summary>
    Hold,

    /// <summary>A payment by a card and a code from the payer's phone.</summary>
    KCode,

    /// <summary>An agreement: the merchant may take money later.</summary>
    Agreement,
}
