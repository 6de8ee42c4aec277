using System.Text.Json.Nodes;

namespace PayFunctions.Sandbox.WeChatPay;

/// <summary>What is said of a refund.</summary>
internal static class RefundView
{
    private const string Account = "支付用户零钱";

    /// <summary>In answers.</summary>
    public static JsonObject Of(Trade trade, Refund refund)
    {
        var view = Start(trade, refund);
        var share = trade.PayerShare(refund.Fen);
        view["channel"] = "ORIGINAL";
        view["create_time"] = ApiJson.Time(refund.Asked);
        view["status"] = refund.WireStatus;
        view["funds_account"] = "AVAILABLE";
        view["amount"] = new JsonObject
        {
            ["total"] = trade.Order.Fen,
            ["refund"] = refund.Fen,
            ["payer_total"] = trade.PayerFen,
            ["payer_refund"] = share,
            ["settlement_refund"] = share,
            ["settlement_total"] = trade.PayerFen,
            ["discount_refund"] = refund.Fen - share,
            ["currency"] = "CNY",
            ["from"] = new JsonArray(),
        };
        view["promotion_detail"] = new JsonArray();
        return view;
    }

    /// <summary>In notifications: who it was, another word for the status, no currency.</summary>
    public static JsonObject Told(Trade trade, Refund refund)
    {
        var view = Start(trade, refund);
        var identity = trade.Order.Identity;
        view[identity.IsPartner ? "sp_mchid" : "mchid"] = identity.Party.MchId;
        if (identity.Party.SubMchId is { } sub)
        {
            view["sub_mchid"] = sub;
        }

        view["refund_status"] = refund.WireStatus;
        view["amount"] = new JsonObject
        {
            ["total"] = trade.Order.Fen,
            ["refund"] = refund.Fen,
            ["payer_total"] = trade.PayerFen,
            ["payer_refund"] = trade.PayerShare(refund.Fen),
        };
        return view;
    }

    private static JsonObject Start(Trade trade, Refund refund)
    {
        var view = new JsonObject
        {
            ["refund_id"] = refund.RefundId,
            ["out_refund_no"] = refund.OutRefundNo,
            ["transaction_id"] = trade.TransactionId,
            ["out_trade_no"] = trade.Order.OutTradeNo,
            ["user_received_account"] = Account,
        };
        if (refund.Succeeded is { } succeeded)
        {
            view["success_time"] = ApiJson.Time(succeeded);
        }

        return view;
    }
}
