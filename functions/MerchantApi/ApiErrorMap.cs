using static Microsoft.AspNetCore.Http.StatusCodes;

namespace PayFunctions.MerchantApi;

/// <summary>
/// The total map from a code to its status, its word on the wire and its sentence.
/// </summary>
internal static class ApiErrorMap
{
    /// <summary>What a merchant's developer is told.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">The stable word.</param>
    /// <param name="Sentence">What to do.</param>
    internal sealed record Entry(int Status, string Code, string Sentence);

    /// <summary>Looks a code up.</summary>
    public static Entry Of(ApiErrorCode code) => code switch
    {
        ApiErrorCode.BodyTooLarge => new(
            Status413PayloadTooLarge, "BODY_TOO_LARGE",
            "Send a body of at most 64 KiB, a batch of at most 4 MiB."),
        ApiErrorCode.AuthorizationMissing => new(
            Status401Unauthorized, "AUTHORIZATION_MISSING",
            "Sign the request and send it in the Authorization header."),
        ApiErrorCode.AuthorizationMalformed => new(
            Status401Unauthorized, "AUTHORIZATION_MALFORMED",
            "Write the header as PAYFN-SHA256-RSA2048 app_id=\"…\",key_id=\"…\","
            + "timestamp=\"…\",nonce=\"…\",signature=\"…\"."),
        ApiErrorCode.TimestampOutOfRange => new(
            Status401Unauthorized, "TIMESTAMP_OUT_OF_RANGE",
            "Set the machine's clock; the timestamp is Unix seconds of now."),
        ApiErrorCode.ApplicationUnknown => new(
            Status401Unauthorized, "APPLICATION_UNKNOWN",
            "Use the app_id that the operator registered."),
        ApiErrorCode.ApplicationDisabled => new(
            Status403Forbidden, "APPLICATION_DISABLED",
            "Ask the operator to enable the application."),
        ApiErrorCode.KeyUnknown => new(
            Status401Unauthorized, "KEY_UNKNOWN",
            "Sign with a key that is registered for the application and name its key_id."),
        ApiErrorCode.SignatureInvalid => new(
            Status401Unauthorized, "SIGNATURE_INVALID",
            "Sign exactly the bytes that are sent, with the private key of that key_id."),
        _ => OfContent(code),
    };

    private static Entry OfContent(ApiErrorCode code) => code switch
    {
        ApiErrorCode.ContentTypeUnsupported => new(
            Status415UnsupportedMediaType, "CONTENT_TYPE_UNSUPPORTED",
            "Send application/json."),
        ApiErrorCode.BodyMalformed => new(
            Status400BadRequest, "BODY_MALFORMED",
            "Send one JSON object with the documented members, each once."),
        ApiErrorCode.ParameterDuplicated => new(
            Status400BadRequest, "PARAMETER_DUPLICATED",
            "Send each parameter once."),
        ApiErrorCode.ParameterMissing => new(
            Status400BadRequest, "PARAMETER_MISSING",
            "Add the parameter."),
        ApiErrorCode.ParameterInvalid => new(
            Status400BadRequest, "PARAMETER_INVALID",
            "Correct the parameter."),
        ApiErrorCode.AmountInvalid => new(
            Status400BadRequest, "AMOUNT_INVALID",
            "Send an integer of fen from 1 to 10000000000."),
        ApiErrorCode.CurrencyUnsupported => new(
            Status400BadRequest, "CURRENCY_UNSUPPORTED",
            "Send fee_type CNY, or leave it out."),
        ApiErrorCode.UrlInvalid => new(
            Status400BadRequest, "URL_INVALID",
            "Send an absolute https URL of a public host."),
        ApiErrorCode.ChannelUnsupported => new(
            Status400BadRequest, "CHANNEL_UNSUPPORTED",
            "Choose a channel that the application has, or leave the choice to the payer."),
        ApiErrorCode.CapabilityUnsupported => new(
            Status409Conflict, "CAPABILITY_UNSUPPORTED",
            "The payment's channel cannot do this; docs/channels says what each channel can."),
        ApiErrorCode.AuthCodeInvalid => new(
            Status400BadRequest, "AUTH_CODE_INVALID",
            "Scan the payer's code again; it must be of a channel that the application has."),
        _ => OfOrder(code),
    };

    private static Entry OfOrder(ApiErrorCode code) => code switch
    {
        ApiErrorCode.OrderNotFound => new(
            Status404NotFound, "ORDER_NOT_FOUND",
            "Check the number; an order belongs to the application that created it."),
        ApiErrorCode.NotificationNotFound => new(
            Status404NotFound, "NOTIFICATION_NOT_FOUND",
            "Check the notify_id; if it came in a notification, that one was not ours."),
        ApiErrorCode.RefundNotFound => new(
            Status404NotFound, "REFUND_NOT_FOUND",
            "Check the out_request_no; a refund belongs to the application that asked for it."),
        ApiErrorCode.OrderContentDiffers => new(
            Status409Conflict, "ORDER_CONTENT_DIFFERS",
            "This out_trade_no was used for other content: repeat it unchanged or take a new one."),
        ApiErrorCode.OrderPaid => new(
            Status409Conflict, "ORDER_PAID",
            "The order is paid: query it."),
        ApiErrorCode.OrderClosed => new(
            Status409Conflict, "ORDER_CLOSED",
            "The order is closed: create a new one under a new number."),
        ApiErrorCode.OrderExpired => new(
            Status409Conflict, "ORDER_EXPIRED",
            "The order's time is up: create a new one under a new number."),
        ApiErrorCode.OrderRevoked => new(
            Status409Conflict, "ORDER_REVOKED",
            "The order was cancelled: create a new one under a new number."),
        _ => OfDay(code) ?? OfAgreement(code) ?? OfRefund(code),
    };

    private static Entry? OfAgreement(ApiErrorCode code) => code switch
    {
        ApiErrorCode.AgreementNotFound => new(
            Status404NotFound, "AGREEMENT_NOT_FOUND",
            "Check the number; an agreement belongs to the application that created it."),
        ApiErrorCode.AgreementContentDiffers => new(
            Status409Conflict, "AGREEMENT_CONTENT_DIFFERS",
            "This out_agreement_no was used for other content: repeat it unchanged or take a "
            + "new one."),
        ApiErrorCode.AgreementNotActive => new(
            Status409Conflict, "AGREEMENT_NOT_ACTIVE",
            "The agreement is not in force: query it; it is not signed yet, over, or its time is "
            + "up."),
        ApiErrorCode.ExceedsAgreement => new(
            Status409Conflict, "EXCEEDS_AGREEMENT",
            "Debit at most what the limits leave: query the agreement for them."),
        ApiErrorCode.DebitsExhausted => new(
            Status409Conflict, "DEBITS_EXHAUSTED",
            "An agreement takes 50 debits in two days: repeat the call later."),
        _ => null,
    };

    private static Entry? OfDay(ApiErrorCode code) => code switch
    {
        ApiErrorCode.BatchNotFound => new(
            Status404NotFound, "BATCH_NOT_FOUND",
            "Check the batch_no; a batch belongs to the application that sent it."),
        ApiErrorCode.BatchContentDiffers => new(
            Status409Conflict, "BATCH_CONTENT_DIFFERS",
            "This batch_no was used for other rows: repeat them unchanged or take a new one."),
        ApiErrorCode.DayNotClosed => new(
            Status409Conflict, "DAY_NOT_CLOSED",
            "A day is closed two hours after midnight in Beijing: repeat the call then."),
        ApiErrorCode.DayNotKept => new(
            Status404NotFound, "DAY_NOT_KEPT",
            "Statements are kept for 400 days: ask the operator for older ones."),
        ApiErrorCode.StatementTooLong => new(
            Status409Conflict, "STATEMENT_TOO_LONG",
            "The day has more than 200000 lines: ask the operator for its journal."),
        ApiErrorCode.ClearingNotFound => new(
            Status404NotFound, "CLEARING_NOT_FOUND",
            "Check the date (yyyy-MM-dd); a day is cleared some hours after it is over."),
        ApiErrorCode.ClearingNotConfirmed => new(
            Status409Conflict, "CLEARING_NOT_CONFIRMED",
            "Look at the day and confirm it before it is paid out."),
        ApiErrorCode.ClearingPaid => new(
            Status409Conflict, "CLEARING_PAID",
            "The day was paid out under another payout_no: query it."),
        _ => null,
    };

    private static Entry OfRefund(ApiErrorCode code) => code switch
    {
        ApiErrorCode.OrderNotPaid => new(
            Status409Conflict, "ORDER_NOT_PAID",
            "Only a paid order can be refunded: query it."),
        ApiErrorCode.RefundContentDiffers => new(
            Status409Conflict, "REFUND_CONTENT_DIFFERS",
            "This out_request_no was used for another refund: repeat it unchanged or take a "
            + "new one."),
        ApiErrorCode.RefundExceedsPayment => new(
            Status409Conflict, "REFUND_EXCEEDS_PAYMENT",
            "Refund at most what is left of the payment: query the order for its refunds."),
        ApiErrorCode.RefundsExhausted => new(
            Status409Conflict, "REFUNDS_EXHAUSTED",
            "An order takes 50 refunds: refund the rest by other means."),
        ApiErrorCode.NothingHeld => new(
            Status409Conflict, "NOTHING_HELD",
            "Nothing is held: query the authorization; it is not authorised yet, or wholly "
            + "captured and released."),
        ApiErrorCode.HoldExpired => new(
            Status409Conflict, "HOLD_EXPIRED",
            "The time of the hold is up and what is left goes back: make a new authorization."),
        ApiErrorCode.ExceedsHold => new(
            Status409Conflict, "EXCEEDS_HOLD",
            "Capture or release at most remaining_fee: query the authorization for it."),
        ApiErrorCode.CaptureNotFinal => new(
            Status409Conflict, "CAPTURE_NOT_FINAL",
            "This channel releases the rest with the first capture: send \"final\": true, or "
            + "capture all that is held."),
        ApiErrorCode.CapturesExhausted => new(
            Status409Conflict, "CAPTURES_EXHAUSTED",
            "An authorization takes 50 captures: release the rest and make a new one."),
        ApiErrorCode.ChannelRefused => new(
            Status409Conflict, "CHANNEL_REFUSED",
            "The channel refused to open the payment: repeat the call to try once more, or "
            + "choose another channel under a new number."),
        ApiErrorCode.AttemptsExhausted => new(
            Status409Conflict, "ATTEMPTS_EXHAUSTED",
            "The payer tried too often: create a new order under a new number."),
        ApiErrorCode.ResendsExhausted => new(
            Status409Conflict, "RESENDS_EXHAUSTED",
            "The notification was sent as often as it can be: query the order instead."),
        _ => OfKCode(code) ?? OfIdentity(code) ?? OfTheRest(code),
    };

    private static Entry? OfKCode(ApiErrorCode code) => code switch
    {
        ApiErrorCode.KCodeNotOpen => new(
            Status409Conflict, "KCODE_NOT_OPEN",
            "No code is waited for: ask for one with POST /v1/payments/kcode under a new "
            + "out_request_no."),
        ApiErrorCode.KCodeTooSoon => new(
            Status409Conflict, "KCODE_TOO_SOON",
            "A code was asked for less than 60 seconds ago: let the payer wait for it, then ask "
            + "again."),
        ApiErrorCode.KCodesExhausted => new(
            Status409Conflict, "KCODES_EXHAUSTED",
            "A payment takes 5 requests for a code: let the payer enter the last one, or create a "
            + "new payment under a new number."),
        ApiErrorCode.KCodeRefused => new(
            Status409Conflict, "KCODE_REFUSED",
            "The bank sends no code for this request: check the card and ask again under a new "
            + "out_request_no, or let the payer pay otherwise."),
        ApiErrorCode.KCodeWrong => new(
            Status409Conflict, "KCODE_WRONG",
            "Nothing was paid with this code: let the payer enter it once more, or another one, "
            + "under a new out_request_no."),
        ApiErrorCode.KCodeTriesExhausted => new(
            Status409Conflict, "KCODE_TRIES_EXHAUSTED",
            "5 codes were entered and none was taken: create a new payment under a new number."),
        _ => null,
    };

    private static Entry? OfIdentity(ApiErrorCode code) => code switch
    {
        ApiErrorCode.IdentityNotFound => new(
            Status404NotFound, "IDENTITY_NOT_FOUND",
            "Check the number: this application has no such check of a person."),
        ApiErrorCode.IdentityContentDiffers => new(
            Status409Conflict, "IDENTITY_CONTENT_DIFFERS",
            "This out_verify_no is another check: take a new number, or repeat that one "
            + "unchanged."),
        ApiErrorCode.IdentityNotChecked => new(
            Status409Conflict, "IDENTITY_NOT_CHECKED",
            "The channel does not check this person: correct what was said and ask again under "
            + "a new out_verify_no."),
        ApiErrorCode.IdentityLimited => new(
            Status429TooManyRequests, "IDENTITY_LIMITED",
            "This application has asked for all the checks that it may in an hour: repeat the "
            + "call after Retry-After seconds."),
        _ => null,
    };

    private static Entry OfTheRest(ApiErrorCode code) => code switch
    {
        ApiErrorCode.ReconciliationNotFound => new(
            Status404NotFound, "RECONCILIATION_NOT_FOUND",
            "Check channel, account and date (yyyy-MM-dd); POST to it to have the day reconciled."),
        ApiErrorCode.DeadLetterNotFound => new(
            Status404NotFound, "DEAD_LETTER_NOT_FOUND",
            "Check queue and id against the list; a letter that was sent again is gone from it."),
        ApiErrorCode.AccountNotFound => new(
            Status404NotFound, "ACCOUNT_NOT_FOUND",
            "Check the names of channel and account; register the account first."),
        ApiErrorCode.AccountInvalid => new(
            Status400BadRequest, "ACCOUNT_INVALID",
            "Correct the settings; secrets are references to the vault's secrets."),
        ApiErrorCode.KeyLimit => new(
            Status409Conflict, "KEY_LIMIT",
            "Two keys are valid at once: delete the retired one first."),
        ApiErrorCode.KeyInvalid => new(
            Status400BadRequest, "KEY_INVALID",
            "Upload an RSA public key of at least 2048 bits as SubjectPublicKeyInfo."),
        ApiErrorCode.KeyContentDiffers => new(
            Status409Conflict, "KEY_CONTENT_DIFFERS",
            "This key_id names another key: take a new key_id."),
        ApiErrorCode.ChannelUndecided => new(
            Status503ServiceUnavailable, "CHANNEL_UNDECIDED",
            "The channel has not said yet what became of the payment: repeat the call."),
        ApiErrorCode.TryAgain => new(
            Status503ServiceUnavailable, "TRY_AGAIN",
            "Repeat the call unchanged after Retry-After seconds."),
        ApiErrorCode.Internal => new(
            Status500InternalServerError, "INTERNAL",
            "Repeat the call unchanged; if it stays, give the operator the request_id."),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
