namespace PayFunctions.Orders;

/// <summary>What happened, for the audit row and the table of states.</summary>
internal enum OrderEvent
{
    /// <summary>The order was made.</summary>
    Created,

    /// <summary>The payer went to a channel.</summary>
    AttemptOpened,

    /// <summary>The order was paid.</summary>
    Paid,

    /// <summary>Money came for a closed order, which became paid.</summary>
    Revived,

    /// <summary>Money came that has to go back.</summary>
    RefundOwed,

    /// <summary>The channel ended an attempt.</summary>
    AttemptEnded,

    /// <summary>The channel will be asked again.</summary>
    AskedAgain,

    /// <summary>Time closed it.</summary>
    Expired,

    /// <summary>The merchant closed it.</summary>
    Closed,

    /// <summary>The channel made a code for the payer.</summary>
    CodeShown,

    /// <summary>The channel is asked to cancel an attempt.</summary>
    CancelBegun,

    /// <summary>The channel refused to cancel an attempt.</summary>
    CancelDropped,

    /// <summary>It was cancelled, unpaid.</summary>
    Revoked,

    /// <summary>It was cancelled; the channel gave back what had been paid.</summary>
    RevokedPaid,

    /// <summary>A refund was asked for.</summary>
    RefundRequested,

    /// <summary>A refund reached the payer.</summary>
    Refunded,

    /// <summary>A refund failed; its money is the merchant's again.</summary>
    RefundFailed,

    /// <summary>The channel will be asked about a refund again.</summary>
    RefundAskedAgain,

    /// <summary>A part of a hold is to be taken.</summary>
    CaptureRequested,

    /// <summary>It was taken.</summary>
    Captured,

    /// <summary>It was not taken, and is still held.</summary>
    CaptureFailed,

    /// <summary>The payment of a capture will be looked at again.</summary>
    CaptureAskedAgain,

    /// <summary>A part of a hold is to be let go.</summary>
    ReleaseRequested,

    /// <summary>The payer gets a code by phone.</summary>
    KCodeSent,

    /// <summary>Another code is asked for.</summary>
    KCodeRepeated,

    /// <summary>The payer gets no code, and the attempt ended.</summary>
    KCodeRefused,

    /// <summary>The payer entered a code.</summary>
    KCodeTried,

    /// <summary>It was wrong.</summary>
    KCodeFailed,

    /// <summary>It was wrong once too often, and the attempt ended.</summary>
    KCodeExhausted,

    /// <summary>An agreement is to end.</summary>
    UnsignRequested,

    /// <summary>The channel will be told again that an agreement is to end.</summary>
    UnsignAskedAgain,

    /// <summary>An agreement is over at the channel.</summary>
    AgreementEnded,
}
