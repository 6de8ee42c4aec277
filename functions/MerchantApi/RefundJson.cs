using System.Text.Json.Nodes;
using PayFunctions.Orders;

namespace PayFunctions.MerchantApi;

/// <summary>A refund as JSON.</summary>
internal static class RefundJson
{
    /// <summary>The refund with the order it belongs to.</summary>
    public static JsonObject Of(Order order, Refund refund)
    {
        var json = Part(order, refund);
        json["transaction_id"] = order.Id.Value;
        json["out_trade_no"] = order.OutTradeNo;
        json["total_fee"] = order.Terms.Total.Fen;
        json["fee_type"] = order.Terms.Total.Currency;
        json["order_version"] = order.Version;
        return json;
    }

    /// <summary>The refund alone, as a part of its order; what it does not have is left out.
    /// </summary>
    public static JsonObject Part(Order order, Refund refund)
    {
        var json = new JsonObject
        {
            ["refund_id"] = order.NumberOf(refund).ToString(),
            ["refund_fee"] = refund.Total.Fen,
            ["refund_state"] = RefundWord.Of(refund.State),
            ["refund_origin"] = RefundWord.Of(refund.Origin),
            ["time_requested"] = PaymentJson.Time(refund.RequestedAt),
        };
        PaymentJson.Add(json, "out_request_no", refund.OutRequestNo);
        PaymentJson.Add(json, "reason", refund.Reason);
        PaymentJson.Add(json, "channel_refund_no", refund.ChannelRefundNo);
        PaymentJson.Add(json, "time_refund", PaymentJson.Time(refund.EndedAt));
        PaymentJson.Add(json, "failure", refund.Failure);
        return json;
    }
}
