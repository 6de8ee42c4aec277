using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>A genuine notification that arrived.</summary>
/// <param name="NotifyId">Its identity, the same at every attempt.</param>
/// <param name="At">When it arrived.</param>
/// <param name="State">What it said of the order.</param>
/// <param name="Version">The order's version at the gateway.</param>
/// <param name="Refund">What it said of a refund; null where it was about the payment.</param>
internal sealed record ShopNotice(
    string NotifyId, DateTimeOffset At, TradeState State, long Version,
    RefundState? Refund = null);
