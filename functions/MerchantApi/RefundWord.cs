using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>The words for refunds on the wire; the states are those of WeChat Pay v3.</summary>
internal static class RefundWord
{
    /// <summary>What became of it.</summary>
    public static string Of(RefundState state) => state switch
    {
        RefundState.Processing => "PROCESSING",
        RefundState.Succeeded => "SUCCESS",
        RefundState.Failed => "CLOSED",
        RefundState.Abnormal => "ABNORMAL",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Who wanted it.</summary>
    public static string Of(RefundOrigin origin) => origin switch
    {
        RefundOrigin.Merchant => "MERCHANT",
        RefundOrigin.LateSuccess => "LATE_SUCCESS",
        RefundOrigin.SecondSuccess => "SECOND_SUCCESS",
        RefundOrigin.Cancel => "CANCEL",
        RefundOrigin.HoldExpired => "HOLD_EXPIRED",
        RefundOrigin.FinalCapture => "FINAL_CAPTURE",
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };
}
