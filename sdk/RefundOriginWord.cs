namespace PayFunctions.Sdk;

/// <summary>The wire's words for the origins of refunds.</summary>
internal static class RefundOriginWord
{
    public static RefundOrigin Read(string? word)
        => word switch
        {
            "MERCHANT" => RefundOrigin.Merchant,
            "LATE_SUCCESS" => RefundOrigin.LateSuccess,
            "SECOND_SUCCESS" => RefundOrigin.SecondSuccess,
            "CANCEL" => RefundOrigin.Cancel,
            "HOLD_EXPIRED" => RefundOrigin.HoldExpired,
            "FINAL_CAPTURE" => RefundOrigin.FinalCapture,
            _ => RefundOrigin.Unrecognised,
        };
}
