namespace PayFunctions.Sdk;

/// <summary>The wire's words for the states.</summary>
internal static class TradeStateWord
{
    public static string Of(TradeState state)
        => state is TradeState.Unrecognised
            ? throw new ArgumentException("No state has that word.", nameof(state))
            : state.ToString().ToUpperInvariant();

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
            "AUTHORIZED" => TradeState.Authorized,
            "FINISHED" => TradeState.Finished,
            "ACTIVE" => TradeState.Active,
            "UNSIGNING" => TradeState.Unsigning,
            "ENDED" => TradeState.Ended,
            _ => TradeState.Unrecognised,
        };
}
