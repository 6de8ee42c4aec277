using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What is said of a trade, in answers and in notifications.</summary>
internal static class OrderView
{
    private const string Currency = "CNY";

    /// <summary>Little before it is paid, then everything.</summary>
    public static JsonObject Of(Trade trade)
    {
        var order = trade.Order;
        var (code, words) = trade.WireState;
        var view = order.Identity.Write();
        view["out_trade_no"] = order.OutTradeNo;
        view["trade_state"] = code;
        view["trade_state_desc"] = words;
        if (trade.Paid is not { } paid)
        {
            return view;
        }

        view["transaction_id"] = trade.TransactionId;
        view["trade_type"] = trade.TradeType;
        view["bank_type"] = "OTHERS";
        view["attach"] = order.Attach;
        view["success_time"] = ApiJson.Time(paid);
        view["payer"] = PayerOf(order);
        view["amount"] = new JsonObject
        {
            ["total"] = order.Fen,
            ["payer_total"] = trade.PayerFen,
            ["currency"] = Currency,
            ["payer_currency"] = Currency,
        };
        if (order.DeviceId.Length > 0)
        {
            view["scene_info"] = new JsonObject { ["device_id"] = order.DeviceId };
        }

        view["promotion_detail"] = Promotions(order.Fen - trade.PayerFen);
        return view;
    }

    private static JsonObject PayerOf(PayOrder order)
        => !order.Identity.IsPartner ? new() { ["openid"] = order.Payer }
            : order.IsSubOpenId ? new() { ["sub_openid"] = order.Payer }
            : new() { ["sp_openid"] = order.Payer };

    private static JsonArray Promotions(long fen)
        => fen == 0
            ? []
            : [new JsonObject
            {
                ["coupon_id"] = "100000000001",
                ["name"] = "沙箱立减",
                ["scope"] = "GLOBAL",
                ["type"] = "NOCASH",
                ["amount"] = fen,
                ["stock_id"] = "100001",
                ["currency"] = Currency,
            }];
}
