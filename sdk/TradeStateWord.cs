namespace PayFunctions.Sdk;

/// <summary>The wire's words for the states.</summary>
internal static class TradeStateWord
{
    public static TradeState Read(string? word)
        => word switch
        {
            "NOTPAY" => TradeState.NotPay,
            "USERPAYING" => TradeState.UserPaying,
            "SUCCESS" => TradeState.Success,
            "REFUND" => TradeState.Refund,
            "CLOSED" => TradeState.Closed,
            "REVOKED" => TradeState.Revoked,
            "PAYERROR" => TradeState.PayError,
            _ => TradeState.Unrecognised,
        };
}
