using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>The field's own words for what an order is.</summary>
internal static class TradeState
{
    /// <summary>The word on the wire.</summary>
    public static string Of(OrderState state) => state switch
    {
        OrderState.NotPay => "NOTPAY",
        OrderState.UserPaying => "USERPAYING",
        OrderState.Success => "SUCCESS",
        OrderState.Closed => "CLOSED",
        OrderState.PayError => "PAYERROR",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
