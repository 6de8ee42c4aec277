using System.Text.Json.Nodes;
using PayFunctions.Notifications;

namespace PayFunctions.MerchantApi;

/// <summary>A notice and its attempts as JSON.</summary>
internal static class NotificationJson
{
    /// <summary>What it said and how its delivery went.</summary>
    public static JsonObject Of(NoticeView view)
    {
        var notice = view.Notice.Notice;
        var json = new JsonObject
        {
            ["notify_id"] = notice.Id.ToString(),
            ["notify_type"] = notice.Type,
            ["transaction_id"] = view.Order.Id.Value,
            ["out_trade_no"] = view.Order.OutTradeNo,
            ["trade_state"] = TradeState.Of(notice),
            ["total_fee"] = view.Order.Terms.Total.Fen,
            ["order_version"] = notice.Id.Version,
            ["state"] = StateOf(notice.State),
            ["attempts"] = new JsonArray([.. notice.Attempts.Select(Attempt)]),
        };
        if (notice.RefundIn(view.Order) is { } refund)
        {
            json["refund"] = RefundJson.Part(view.Order, refund);
        }

        if (PaymentJson.Time(notice.NextAttemptAt) is { } next)
        {
            json["next_attempt_at"] = next;
        }

        return json;
    }

    private static string StateOf(NoticeState state) => state switch
    {
        NoticeState.Pending => "PENDING",
        NoticeState.Delivered => "DELIVERED",
        NoticeState.Exhausted => "EXHAUSTED",
        NoticeState.Gone => "GONE",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static JsonObject Attempt(NoticeAttempt attempt)
    {
        var json = new JsonObject
        {
            ["at"] = PaymentJson.Time(attempt.At),
            ["outcome"] = attempt.Outcome,
            ["duration_ms"] = attempt.DurationMs,
        };
        if (attempt.Status is { } status)
        {
            json["status"] = status;
            json["answer"] = attempt.Answer;
        }

        return json;
    }
}
