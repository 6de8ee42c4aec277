using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>A refused call: the code, and what it is about where that helps.</summary>
/// <param name="Code">From the closed list.</param>
/// <param name="Subject">The name of the offending parameter, never its value; or sentences that
/// say what is wrong.</param>
internal sealed record ApiError(ApiErrorCode Code, string? Subject = null)
{
    /// <summary>Seconds to wait before the next try, where waiting helps.</summary>
    public const int RetryAfterSeconds = 2;

    /// <summary>When it helps to try again, where that is known; else null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The code for a refusal of the order's rules.</summary>
    public static ApiError Of(OrderRefusal refusal) => new(refusal switch
    {
        OrderRefusal.OrderNotFound => ApiErrorCode.OrderNotFound,
        OrderRefusal.ContentDiffers => ApiErrorCode.OrderContentDiffers,
        OrderRefusal.OrderPaid => ApiErrorCode.OrderPaid,
        OrderRefusal.OrderClosed => ApiErrorCode.OrderClosed,
        OrderRefusal.OrderExpired => ApiErrorCode.OrderExpired,
        OrderRefusal.TooManyAttempts => ApiErrorCode.AttemptsExhausted,
        OrderRefusal.AttemptOpen or OrderRefusal.CancelUnderWay or OrderRefusal.HoldBusy
            => ApiErrorCode.ChannelUndecided,
        OrderRefusal.OrderRevoked => ApiErrorCode.OrderRevoked,
        OrderRefusal.OrderNotPaid => ApiErrorCode.OrderNotPaid,
        OrderRefusal.RefundContentDiffers => ApiErrorCode.RefundContentDiffers,
        OrderRefusal.RefundExceedsPayment => ApiErrorCode.RefundExceedsPayment,
        OrderRefusal.TooManyRefunds => ApiErrorCode.RefundsExhausted,
        OrderRefusal.NothingHeld => ApiErrorCode.NothingHeld,
        OrderRefusal.HoldExpired => ApiErrorCode.HoldExpired,
        OrderRefusal.ExceedsHold => ApiErrorCode.ExceedsHold,
        OrderRefusal.TooManyCaptures => ApiErrorCode.CapturesExhausted,
        OrderRefusal.KCodeNotOpen => ApiErrorCode.KCodeNotOpen,
        OrderRefusal.KCodeTooSoon => ApiErrorCode.KCodeTooSoon,
        OrderRefusal.KCodesExhausted => ApiErrorCode.KCodesExhausted,
        OrderRefusal.KCodeTriesExhausted => ApiErrorCode.KCodeTriesExhausted,
        OrderRefusal.NotExpired or OrderRefusal.AttemptUnknown or OrderRefusal.AccountDiffers
            or OrderRefusal.AmountDiffers or OrderRefusal.TradeNumberDiffers
            or OrderRefusal.SuccessContradicted or OrderRefusal.RefundUnknown
            or OrderRefusal.RefundContradicted or OrderRefusal.CaptureUnknown
            or OrderRefusal.CaptureContradicted => ApiErrorCode.Internal,
        OrderRefusal.AgreementNotActive => ApiErrorCode.AgreementNotActive,
        OrderRefusal.ExceedsAgreement => ApiErrorCode.ExceedsAgreement,
        OrderRefusal.TooManyDebits => ApiErrorCode.DebitsExhausted,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    });
}
