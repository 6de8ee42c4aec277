using PayFunctions.Orders;

namespace PayFunctions.Channels;

/// <summary>A row of a day's bill, as any channel could say it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="At">When, by the channel.</param>
/// <param name="ChannelTradeNo">The channel's number of the trade.</param>
/// <param name="OutTradeNo">The merchant's number of the trade: ours, or another system's.</param>
/// <param name="ChannelRefundNo">The channel's number of the refund; null where there is none.
/// </param>
/// <param name="OutRefundNo">The merchant's number of the refund; null where there is none.</param>
/// <param name="Total">What was paid, or asked to go back; never negative.</param>
/// <param name="Settled">What of it counts for the merchant, without what others paid.</param>
/// <param name="FeeMilliFen">
/// The channel's fee in thousandths of a fen; negative where it gives fees back.
/// </param>
/// <param name="State">The channel's own word.</param>
internal sealed record BillRow(
    BillRowKind Kind,
    DateTimeOffset At,
    string ChannelTradeNo,
    string OutTradeNo,
    string? ChannelRefundNo,
    string? OutRefundNo,
    Money Total,
    Money Settled,
    long FeeMilliFen,
    string State);

/// <summary>What a row of a bill is about.</summary>
internal enum BillRowKind
{
    /// <summary>Money came.</summary>
    Payment,

    /// <summary>Money went back, or was accepted to go.</summary>
    Refund,

    /// <summary>A payment was undone.</summary>
    Reversal,
}
