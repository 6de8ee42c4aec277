namespace PayFunctions.Orders;

/// <summary>What an order is. The words on the wire are the field's own.</summary>
internal enum OrderState
{
    /// <summary>Created; no channel has been asked.</summary>
    NotPay,

    /// <summary>At least one attempt is open at a channel.</summary>
    UserPaying,

    /// <summary>Paid.</summary>
    Success,

    /// <summary>Closed by the merchant or by time; not paid.</summary>
    Closed,

    /// <summary>The channel ended every attempt unpaid; the payer may try again.</summary>
    PayError,

    /// <summary>
    /// Cancelled while nobody knew: not paid, or what was paid went back at once.
    /// </summary>
    Revoked,
}
