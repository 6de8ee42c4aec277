using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>Money that goes back, as the shop knows it.</summary>
/// <param name="RefundId">The gateway's number.</param>
/// <param name="OutRequestNo">The shop's number; null where the shop did not ask.</param>
/// <param name="Fen">How much.</param>
/// <param name="State">What became of it.</param>
/// <param name="Origin">Who wanted it.</param>
/// <param name="Version">The order's version when this was so.</param>
internal sealed record ShopRefund(
    string RefundId, string? OutRequestNo, long Fen, RefundState State, RefundOrigin Origin,
    long Version)
{
    /// <summary>Whether the end is not known yet.</summary>
    public bool IsOpen => State is RefundState.Processing or RefundState.Unrecognised;

    /// <summary>
    /// Whether it takes from the payment: not what failed, nor what went back of other money.
    /// </summary>
    public bool Counts
        => State is not RefundState.Closed
            && Origin is not (RefundOrigin.LateSuccess or RefundOrigin.SecondSuccess);

    /// <summary>A refund as a part of an order.</summary>
    public static ShopRefund Of(OrderRefund refund, long version)
        => new(
            refund.RefundId, refund.OutRequestNo, refund.RefundFee, refund.RefundState,
            refund.RefundOrigin, version);

    /// <summary>A refund that a notification tells of; null where it tells of none.</summary>
    public static ShopRefund? Of(PayNotification notification)
        => notification.IsRefund
            ? new(
                notification.RefundId!, notification.OutRequestNo, notification.RefundFee!.Value,
                notification.RefundState!.Value, notification.RefundOrigin!.Value,
                notification.OrderVersion)
            : null;
}
