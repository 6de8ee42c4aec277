using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Channels.Tenpay;

/// <summary>What has to agree before a message about a refund is believed.</summary>
/// <param name="Number">The refund's number.</param>
/// <param name="Trade">Our number of the trade; null when it is not known.</param>
/// <param name="ChannelTradeNo">Tenpay's number of the trade; empty when it is not known.</param>
/// <param name="Total">What goes back.</param>
internal sealed record TenpayRefundRow(
    ChannelRefundNo Number, ChannelOrderNo? Trade, string ChannelTradeNo, Money Total)
{
    /// <summary>The refund that was asked for.</summary>
    public static TenpayRefundRow Of(RefundRequest request)
        => new(request.Number, request.Trade.Number, request.ChannelTradeNo, request.Total);

    /// <summary>Whether a message names this refund's trade, as far as it names one.</summary>
    public bool IsOfTrade(Func<string, string?> field)
        => IsSame(field("out_trade_no"), Trade?.ToString() ?? "")
            && IsSame(field("transaction_id"), ChannelTradeNo);

    /// <summary>Whether an amount is this refund's.</summary>
    public bool IsAmount(string? text)
        => FenText.TryRead(text, out var said) && said == Total;

    private static bool IsSame(string? named, string ours)
        => named is null || ours.Length == 0
            || string.Equals(named, ours, StringComparison.Ordinal);
}
