using PayFunctions.Notifications;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>The field's own words for what an order is.</summary>
internal static class TradeState
{
    /// <summary>Paid, and some or all of it given back.</summary>
    public const string Refund = "REFUND";

    /// <summary>Every word.</summary>
    public static IReadOnlyList<string> Words { get; } =
        [.. Enum.GetValues<OrderState>().Select(Of), Refund];

    /// <summary>The word for an order as it is.</summary>
    public static string Of(Order order)
        => order is { State: OrderState.Success, IsRefunded: true } ? Refund : Of(order.State);

    /// <summary>
    /// The word for the order at the version of the news. Money that came twice or too late is no
    /// part of the payment: when it goes back, the payment stands as it was.
    /// </summary>
    public static string Of(Notice notice)
        => notice is { TradeState: OrderState.Success, IsRefunded: true }
            ? Refund
            : Of(notice.TradeState);

    /// <summary>The word on the wire.</summary>
    public static string Of(OrderState state) => state switch
    {
        OrderState.NotPay => "NOTPAY",
        OrderState.UserPaying => "USERPAYING",
        OrderState.Success => "SUCCESS",
        OrderState.Closed => "CLOSED",
        OrderState.PayError => "PAYERROR",
        OrderState.Revoked => "REVOKED",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
