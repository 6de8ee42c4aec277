namespace PayFunctions.MerchantApi;

/// <summary>
/// Everything that can be wrong with a merchant's call: the closed list, in the order of checks.
/// The first failing check is the answer.
/// </summary>
internal enum ApiErrorCode
{
    /// <summary>The body is larger than the limit.</summary>
    BodyTooLarge,

    /// <summary>There is no Authorization header.</summary>
    AuthorizationMissing,

    /// <summary>The Authorization header cannot be read.</summary>
    AuthorizationMalformed,

    /// <summary>The timestamp is too old or too far ahead.</summary>
    TimestampOutOfRange,

    /// <summary>No such application.</summary>
    ApplicationUnknown,

    /// <summary>The operator switched the application off.</summary>
    ApplicationDisabled,

    /// <summary>The application has no such key.</summary>
    KeyUnknown,

    /// <summary>The signature does not match.</summary>
    SignatureInvalid,

    /// <summary>The body is not JSON by its content type.</summary>
    ContentTypeUnsupported,

    /// <summary>The body is not the JSON that this call takes.</summary>
    BodyMalformed,

    /// <summary>A parameter comes twice.</summary>
    ParameterDuplicated,

    /// <summary>A required parameter is missing.</summary>
    ParameterMissing,

    /// <summary>A parameter is not what it has to be.</summary>
    ParameterInvalid,

    /// <summary>The amount is out of range.</summary>
    AmountInvalid,

    /// <summary>Another currency than CNY.</summary>
    CurrencyUnsupported,

    /// <summary>A URL that we would not post or redirect to.</summary>
    UrlInvalid,

    /// <summary>The application cannot use that channel.</summary>
    ChannelUnsupported,

    /// <summary>The payment's channel cannot do that.</summary>
    CapabilityUnsupported,

    /// <summary>No channel of the application takes that payer's code.</summary>
    AuthCodeInvalid,

    /// <summary>No such order.</summary>
    OrderNotFound,

    /// <summary>No such notification.</summary>
    NotificationNotFound,

    /// <summary>No such refund.</summary>
    RefundNotFound,

    /// <summary>No such batch.</summary>
    BatchNotFound,

    /// <summary>The number was used for another batch.</summary>
    BatchContentDiffers,

    /// <summary>No such agreement.</summary>
    AgreementNotFound,

    /// <summary>The number was used for another agreement, or for an order.</summary>
    AgreementContentDiffers,

    /// <summary>The day is not closed yet.</summary>
    DayNotClosed,

    /// <summary>The day is not kept any more.</summary>
    DayNotKept,

    /// <summary>The statement has too many lines.</summary>
    StatementTooLong,

    /// <summary>The day was not cleared.</summary>
    ClearingNotFound,

    /// <summary>The day's clearing was not confirmed.</summary>
    ClearingNotConfirmed,

    /// <summary>The day was paid out under another number.</summary>
    ClearingPaid,

    /// <summary>The day was not reconciled.</summary>
    ReconciliationNotFound,

    /// <summary>No message of that id failed for good, or it was sent again.</summary>
    DeadLetterNotFound,

    /// <summary>No such channel account.</summary>
    AccountNotFound,

    /// <summary>The channel account cannot be used as it is.</summary>
    AccountInvalid,

    /// <summary>The number was used for another order.</summary>
    OrderContentDiffers,

    /// <summary>The order is paid.</summary>
    OrderPaid,

    /// <summary>The order is closed.</summary>
    OrderClosed,

    /// <summary>The order's time is up.</summary>
    OrderExpired,

    /// <summary>The order was cancelled.</summary>
    OrderRevoked,

    /// <summary>The order is not paid.</summary>
    OrderNotPaid,

    /// <summary>The refund number was used for another refund.</summary>
    RefundContentDiffers,

    /// <summary>The refunds would exceed the payment.</summary>
    RefundExceedsPayment,

    /// <summary>The order was refunded too often.</summary>
    RefundsExhausted,

    /// <summary>Nothing is held.</summary>
    NothingHeld,

    /// <summary>The time of the hold is up.</summary>
    HoldExpired,

    /// <summary>More than is held.</summary>
    ExceedsHold,

    /// <summary>The channel ends the hold with its first capture.</summary>
    CaptureNotFinal,

    /// <summary>The hold was captured too often.</summary>
    CapturesExhausted,

    /// <summary>The agreement is not in force.</summary>
    AgreementNotActive,

    /// <summary>More than the agreement's limits leave.</summary>
    ExceedsAgreement,

    /// <summary>The agreement was debited too often in a short time.</summary>
    DebitsExhausted,

    /// <summary>The payer tried too often.</summary>
    AttemptsExhausted,

    /// <summary>The channel refused to open the payment.</summary>
    ChannelRefused,

    /// <summary>No code from the payer's phone is waited for.</summary>
    KCodeNotOpen,

    /// <summary>A code was asked for a moment ago.</summary>
    KCodeTooSoon,

    /// <summary>A code was asked for too often.</summary>
    KCodesExhausted,

    /// <summary>The bank sends no code.</summary>
    KCodeRefused,

    /// <summary>The code was not taken.</summary>
    KCodeWrong,

    /// <summary>Too many codes were not taken.</summary>
    KCodeTriesExhausted,

    /// <summary>There is no such check of a person.</summary>
    IdentityNotFound,

    /// <summary>The number of the check was used for another one.</summary>
    IdentityContentDiffers,

    /// <summary>The channel does not check this.</summary>
    IdentityNotChecked,

    /// <summary>Too many checks of persons in an hour.</summary>
    IdentityLimited,

    /// <summary>The notification was sent too often.</summary>
    ResendsExhausted,

    /// <summary>An application may have two keys at once.</summary>
    KeyLimit,

    /// <summary>The key is not an RSA key of at least 2048 bits.</summary>
    KeyInvalid,

    /// <summary>The key_id names another key already.</summary>
    KeyContentDiffers,

    /// <summary>The channel has not said yet what became of the payment.</summary>
    ChannelUndecided,

    /// <summary>Something of ours is busy.</summary>
    TryAgain,

    /// <summary>A defect of ours.</summary>
    Internal,
}
