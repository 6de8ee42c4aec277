namespace PayFunctions.Sdk;

/// <summary>The wire's words for the states of refunds.</summary>
internal static class RefundStateWord
{
    public static RefundState Read(string? word)
        => word switch
        {
            "PROCESSING" => RefundState.Processing,
            "SUCCESS" => RefundState.Success,
            "CLOSED" => RefundState.Closed,
            "ABNORMAL" => RefundState.Abnormal,
            _ => RefundState.Unrecognised,
        };
}
