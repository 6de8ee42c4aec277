namespace PayFunctions.Sdk;

/// <summary>
/// Codes that a program decides by: the problems that the SDK finds itself (<c>SDK_…</c>), and
/// those of the gateway's words that tell what to do next. The gateway has more.
/// </summary>
public static class PayProblemCodes
{
    /// <summary>No whole answer within <see cref="PayOptions.Timeout"/>.</summary>
    public const string Timeout = "SDK_TIMEOUT";

    /// <summary>No connection, or it broke before the answer was whole.</summary>
    public const string Unreachable = "SDK_UNREACHABLE";

    /// <summary>The answer is over 1 MiB.</summary>
    public const string AnswerTooLarge = "SDK_ANSWER_TOO_LARGE";

    /// <summary>The answer cannot be read: a proxy's page, a redirect, other JSON.</summary>
    public const string AnswerMalformed = "SDK_ANSWER_MALFORMED";

    /// <summary>
    /// A charge that was waited for is still undecided, and so is its cancel. The gateway keeps
    /// asking and will notify: query before anything is shipped or charged again.
    /// </summary>
    public const string Undecided = "SDK_UNDECIDED";

    /// <summary>The application has no such order.</summary>
    public const string OrderNotFound = "ORDER_NOT_FOUND";

    /// <summary>The <c>out_trade_no</c> was used for other content.</summary>
    public const string OrderContentDiffers = "ORDER_CONTENT_DIFFERS";

    /// <summary>The order is paid already.</summary>
    public const string OrderPaid = "ORDER_PAID";

    /// <summary>The order was closed.</summary>
    public const string OrderClosed = "ORDER_CLOSED";

    /// <summary>The order's time is up.</summary>
    public const string OrderExpired = "ORDER_EXPIRED";

    /// <summary>The order was cancelled.</summary>
    public const string OrderRevoked = "ORDER_REVOKED";

    /// <summary>The order is not paid, so nothing can go back.</summary>
    public const string OrderNotPaid = "ORDER_NOT_PAID";

    /// <summary>The application has no such refund.</summary>
    public const string RefundNotFound = "REFUND_NOT_FOUND";

    /// <summary>The <c>out_request_no</c> was used for another refund.</summary>
    public const string RefundContentDiffers = "REFUND_CONTENT_DIFFERS";

    /// <summary>More than is left of the payment.</summary>
    public const string RefundExceedsPayment = "REFUND_EXCEEDS_PAYMENT";

    /// <summary>Nothing is held: not authorised yet, or wholly captured and released.</summary>
    public const string NothingHeld = "NOTHING_HELD";

    /// <summary>The time of the hold is up: what is left goes back.</summary>
    public const string HoldExpired = "HOLD_EXPIRED";

    /// <summary>More than is left of the hold.</summary>
    public const string ExceedsHold = "EXCEEDS_HOLD";

    /// <summary>The channel ends the hold with its first capture: say that it is the last.
    /// </summary>
    public const string CaptureNotFinal = "CAPTURE_NOT_FINAL";

    /// <summary>No code is waited for: have one sent.</summary>
    public const string KCodeNotOpen = "KCODE_NOT_OPEN";

    /// <summary>A code was asked for less than a minute ago: wait.</summary>
    public const string KCodeTooSoon = "KCODE_TOO_SOON";

    /// <summary>A code was asked for as often as may be.</summary>
    public const string KCodesExhausted = "KCODES_EXHAUSTED";

    /// <summary>The bank sends no code for this card.</summary>
    public const string KCodeRefused = "KCODE_REFUSED";

    /// <summary>The code was not taken: let the payer enter it once more, or another one.
    /// </summary>
    public const string KCodeWrong = "KCODE_WRONG";

    /// <summary>Too many codes were not taken: create a new payment.</summary>
    public const string KCodeTriesExhausted = "KCODE_TRIES_EXHAUSTED";

    /// <summary>The application has no such batch.</summary>
    public const string BatchNotFound = "BATCH_NOT_FOUND";

    /// <summary>The <c>batch_no</c> was used for other rows.</summary>
    public const string BatchContentDiffers = "BATCH_CONTENT_DIFFERS";

    /// <summary>The application has no such check of a person.</summary>
    public const string IdentityNotFound = "IDENTITY_NOT_FOUND";

    /// <summary>The <c>out_verify_no</c> was used for another check.</summary>
    public const string IdentityContentDiffers = "IDENTITY_CONTENT_DIFFERS";

    /// <summary>The channel does not check this person.</summary>
    public const string IdentityNotChecked = "IDENTITY_NOT_CHECKED";

    /// <summary>The application asked for all the checks that it may in an hour.</summary>
    public const string IdentityLimited = "IDENTITY_LIMITED";

    /// <summary>The application has no such agreement.</summary>
    public const string AgreementNotFound = "AGREEMENT_NOT_FOUND";

    /// <summary>The <c>out_agreement_no</c> was used for other content.</summary>
    public const string AgreementContentDiffers = "AGREEMENT_CONTENT_DIFFERS";

    /// <summary>The agreement is not in force: not signed yet, over, or its time is up.</summary>
    public const string AgreementNotActive = "AGREEMENT_NOT_ACTIVE";

    /// <summary>More than the agreement's limits leave.</summary>
    public const string ExceedsAgreement = "EXCEEDS_AGREEMENT";

    /// <summary>The payer's code is of no channel that the application has: scan again.</summary>
    public const string AuthCodeInvalid = "AUTH_CODE_INVALID";

    /// <summary>The application does not have that channel.</summary>
    public const string ChannelUnsupported = "CHANNEL_UNSUPPORTED";

    /// <summary>The payment's channel cannot do that.</summary>
    public const string CapabilityUnsupported = "CAPABILITY_UNSUPPORTED";

    /// <summary>The channel has not said yet: repeat the call.</summary>
    public const string ChannelUndecided = "CHANNEL_UNDECIDED";

    /// <summary>The gateway is busy: repeat the call.</summary>
    public const string TryAgain = "TRY_AGAIN";
}
