namespace PayFunctions.Sandbox.Alipay;

/// <summary>Finds the trade that a request names.</summary>
internal static class TradeSearch
{
    /// <summary>
    /// The caller's trade by <c>trade_no</c>, which wins, or <c>out_trade_no</c>; neither a trade
    /// nor an error where there is none.
    /// </summary>
    public static (Trade? Trade, GatewayError? Error) Find(TradeBook book, MethodCall call)
    {
        var (ours, theirs) = (call.Content["trade_no"], call.Content["out_trade_no"]);
        return WrongNumber(ours, theirs) is { } wrong
            ? (null, GatewayError.Field(wrong))
            : (book.Find(call.Merchant.SellerId, ours, theirs), null);
    }

    /// <summary>The caller's trade, or a refusal.</summary>
    public static (Trade? Trade, GatewayError? Error) Need(TradeBook book, MethodCall call)
    {
        var (trade, error) = Find(book, call);
        return (trade, error ?? (trade is null ? GatewayError.NoTrade : null));
    }

    private static string? WrongNumber(string ours, string theirs)
        => ours.Length + theirs.Length == 0 || theirs.Length > OrderFieldRules.NumberMaximum
            ? "out_trade_no"
            : ours.Length > OrderFieldRules.NumberMaximum ? "trade_no" : null;
}
