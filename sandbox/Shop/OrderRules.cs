using PayFunctions.Sdk;

namespace PayFunctions.Sandbox.Shop;

/// <summary>
/// What the gateway's words do to an order. They come in any order and any number of times: what
/// is not newer than what is known moves nothing.
/// </summary>
internal static class OrderRules
{
    /// <summary>The most notifications kept for one order.</summary>
    public const int NoticesMaximum = 50;

    /// <summary>The order after a notification, which is kept in its list in any case.</summary>
    public static ShopOrder After(
        ShopOrder order, PayNotification notification, DateTimeOffset now)
    {
        var notice = new ShopNotice(
            notification.NotifyId, now, notification.TradeState, notification.OrderVersion,
            notification.RefundState);
        var isNewer = notification.OrderVersion > order.Version;
        return order with
        {
            State = isNewer ? StateAfter(order, notification) : order.State,
            Version = Math.Max(order.Version, notification.OrderVersion),
            Channel = notification is { IsRefund: false, Channel: { } channel }
                ? channel
                : order.Channel,
            Refunds = ShopRefund.Of(notification) is { } refund
                ? With(order.Refunds, refund)
                : order.Refunds,
            Notices = [.. order.Notices.TakeLast(NoticesMaximum - 1), notice],
        };
    }

    /// <summary>The order after the gateway's answer about the whole of it.</summary>
    public static ShopOrder After(ShopOrder order, OrderQueryResponse answer)
        => answer.OrderVersion < order.Version
            ? order
            : order with
            {
                State = answer.TradeState,
                Version = answer.OrderVersion,
                Channel = answer.Channel ?? order.Channel,
                Refunds = [.. answer.Refunds.Select(r => ShopRefund.Of(r, answer.OrderVersion))],
            };

    /// <summary>The order after the gateway's answer about a refund of its payment.</summary>
    public static ShopOrder After(ShopOrder order, RefundResponse answer)
        => order with
        {
            State = answer.IsRefundSuccessful() || order.State is TradeState.Refund
                ? TradeState.Refund
                : TradeState.Success,
            Version = Math.Max(order.Version, answer.OrderVersion),
            Refunds = With(order.Refunds, ShopRefund.Of(answer, answer.OrderVersion)),
        };

    /// <summary>
    /// News of a refund says "refunded" of money that came late or twice too: that of the payment
    /// stays where it is.
    /// </summary>
    private static TradeState StateAfter(ShopOrder order, PayNotification notification)
        => notification.RefundOrigin is RefundOrigin.LateSuccess or RefundOrigin.SecondSuccess
            || (order.State is TradeState.Refund && notification.IsRefund)
                ? order.State
                : notification.TradeState;

    private static IReadOnlyList<ShopRefund> With(
        IReadOnlyList<ShopRefund> refunds, ShopRefund news)
    {
        var known = refunds.FirstOrDefault(
            r => string.Equals(r.RefundId, news.RefundId, StringComparison.Ordinal));
        return known is null ? [.. refunds, news]
            : known.Version > news.Version ? refunds
            : [.. refunds.Select(r => ReferenceEquals(r, known) ? news : r)];
    }
}
