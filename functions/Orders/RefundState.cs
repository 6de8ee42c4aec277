namespace PayFunctions.Orders;

/// <summary>What became of a refund.</summary>
internal enum RefundState
{
    /// <summary>Asked for; the channel has not said yet what became of it.</summary>
    Processing,

    /// <summary>The money is back at the payer, or on its way there for good.</summary>
    Succeeded,

    /// <summary>It failed; the money counts as not refunded.</summary>
    Failed,

    /// <summary>
    /// The channel could not hand the money over and keeps it for the merchant: a human is needed.
    /// It counts as refunded, for the payment no longer has it.
    /// </summary>
    Abnormal,
}
