namespace PayFunctions.Ledger;

/// <summary>What happened to money.</summary>
internal enum JournalLineKind
{
    /// <summary>The order was paid.</summary>
    Payment,

    /// <summary>Money came that is no order's payment: twice, or too late.</summary>
    ExtraPayment,

    /// <summary>A refund was accepted: the money is no longer the merchant's.</summary>
    RefundAccepted,

    /// <summary>A refund failed: the money is the merchant's again.</summary>
    RefundFailed,

    /// <summary>A refund reached the payer.</summary>
    RefundPaid,

    /// <summary>The channel kept something for its service.</summary>
    ChannelFee,

    /// <summary>A payer authorised an amount; no money moved.</summary>
    Hold,

    /// <summary>A part of a hold was taken: a payment of its own.</summary>
    HoldCaptured,

    /// <summary>A part of a hold was let go.</summary>
    HoldReleased,
}
