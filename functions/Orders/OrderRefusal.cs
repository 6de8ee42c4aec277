namespace PayFunctions.Orders;

/// <summary>
/// Why a command did not move an order. The closed list; each has a sentence in the API.
/// </summary>
internal enum OrderRefusal
{
    /// <summary>There is no such order.</summary>
    OrderNotFound,

    /// <summary>The number was used for other content.</summary>
    ContentDiffers,

    /// <summary>It is paid.</summary>
    OrderPaid,

    /// <summary>It is closed.</summary>
    OrderClosed,

    /// <summary>Its time is up.</summary>
    OrderExpired,

    /// <summary>Its time is not up yet.</summary>
    NotExpired,

    /// <summary>The payer tried too often.</summary>
    TooManyAttempts,

    /// <summary>An open attempt has not been ended at the channel.</summary>
    AttemptOpen,

    /// <summary>The channel has not answered yet whether an attempt is cancelled.</summary>
    CancelUnderWay,

    /// <summary>We never made such an attempt.</summary>
    AttemptUnknown,

    /// <summary>The attempt belongs to another channel account.</summary>
    AccountDiffers,

    /// <summary>The channel names another amount or currency than the order.</summary>
    AmountDiffers,

    /// <summary>The channel names a second trade number for one attempt.</summary>
    TradeNumberDiffers,

    /// <summary>The channel takes back a success.</summary>
    SuccessContradicted,

    /// <summary>It was cancelled.</summary>
    OrderRevoked,

    /// <summary>There is nothing to refund: it is not paid.</summary>
    OrderNotPaid,

    /// <summary>The refund number was used for another refund.</summary>
    RefundContentDiffers,

    /// <summary>The refunds would be more than the payment.</summary>
    RefundExceedsPayment,

    /// <summary>There were too many refunds.</summary>
    TooManyRefunds,

    /// <summary>We never made such a refund.</summary>
    RefundUnknown,

    /// <summary>The channel takes back the end of a refund.</summary>
    RefundContradicted,

    /// <summary>Nothing is held: not authorised yet, or wholly captured and released.</summary>
    NothingHeld,

    /// <summary>The time of the hold is up: what is left goes back.</summary>
    HoldExpired,

    /// <summary>It cannot be the last capture: another one, or a release, is under way.</summary>
    HoldBusy,

    /// <summary>Captures and releases would be more than is held.</summary>
    ExceedsHold,

    /// <summary>There were too many captures.</summary>
    TooManyCaptures,

    /// <summary>We never made such a capture.</summary>
    CaptureUnknown,

    /// <summary>The payment of a capture is taken back.</summary>
    CaptureContradicted,

    /// <summary>No code is waited for.</summary>
    KCodeNotOpen,

    /// <summary>A code was asked for a moment ago.</summary>
    KCodeTooSoon,

    /// <summary>A code was asked for as often as may be.</summary>
    KCodesExhausted,

    /// <summary>Codes were entered as often as may be.</summary>
    KCodeTriesExhausted,

    /// <summary>The agreement is not in force: not signed yet, over, or its time is up.</summary>
    AgreementNotActive,

    /// <summary>The debit is more than the limits of the agreement leave.</summary>
    ExceedsAgreement,

    /// <summary>There were too many debits in a short time.</summary>
    TooManyDebits,
}
