namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What became of a payer's or merchant's act.</summary>
/// <param name="Trade">The trade after it, where there is one.</param>
/// <param name="Error">Why nothing moved.</param>
/// <param name="Moved">Whether this very act moved it.</param>
internal sealed record TradeMove(Trade? Trade, ApiError? Error, bool Moved)
{
    /// <summary>It moved.</summary>
    public static TradeMove To(Trade trade) => new(trade, null, true);

    /// <summary>It was so already.</summary>
    public static TradeMove Same(Trade trade) => new(trade, null, false);

    /// <summary>It cannot be.</summary>
    public static TradeMove Refused(ApiError error, Trade? trade = null)
        => new(trade, error, false);
}
