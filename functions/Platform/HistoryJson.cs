using System.Text.Json;
using System.Text.Json.Nodes;
using PayFunctions.Ledger;
using PayFunctions.MerchantApi;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Platform;

/// <summary>An order's history as JSON, for people who ask what happened.</summary>
internal static class HistoryJson
{
    /// <summary>The history.</summary>
    public static JsonObject Of(OrderHistory history)
    {
        var json = PaymentJson.Of(history.Order);
        json["app_id"] = history.Order.AppId;
        json["attempts"] = new JsonArray(
            [.. history.Order.Attempts.Select(a => Attempt(history.Order, a))]);
        json["entries"] = new JsonArray([.. history.Entries.Select(Entry)]);
        json["balances"] = new JsonArray(
        [
            .. history.Entries.SelectMany(static e => e.Postings)
                .GroupBy(static p => p.Account, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => Posting(new(g.Key, g.Sum(static p => p.Fen)))),
        ]);
        json["notifications"] = new JsonArray(
        [
            .. history.Notices.Select(
                n => NotificationJson.Of(new NoticeView(history.Order, n))),
        ]);
        return json;
    }

    private static JsonObject Attempt(Order order, Attempt attempt)
    {
        var json = new JsonObject
        {
            ["number"] = new ChannelOrderNo(order.Id, attempt.Number).ToString(),
            ["channel"] = attempt.Product,
            ["account"] = attempt.Account,
            ["state"] = Word(attempt.State.ToString()),
            ["time_opened"] = PaymentJson.Time(attempt.OpenedAt),
            ["asks"] = attempt.Asks,
        };
        PaymentJson.Add(json, "channel_trade_no", attempt.ChannelTradeNo);
        PaymentJson.Add(json, "time_next_ask", PaymentJson.Time(attempt.AskAt));
        return json;
    }

    private static JsonObject Entry(OrderEntry entry) => new()
    {
        ["order_version"] = entry.Version,
        ["event"] = Word(entry.Event),
        ["state"] = Word(entry.State),
        ["at"] = PaymentJson.Time(entry.At),
        ["postings"] = new JsonArray([.. entry.Postings.Select(Posting)]),
    };

    private static JsonObject Posting(Posting posting) => new()
    {
        ["account"] = posting.Account,
        ["fen"] = posting.Fen,
    };

    private static string Word(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
