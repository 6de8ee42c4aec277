using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;

namespace PayFunctions.Reconciliation;

/// <summary>A reconciled day as JSON.</summary>
internal static class ReconciliationJson
{
    /// <summary>The most differences that are shown.</summary>
    public const int MaxShown = 1_000;

    /// <summary>The day with its differences.</summary>
    public static JsonObject Of(ReconciliationRun run, IReadOnlyList<Difference> differences)
    {
        var json = new JsonObject
        {
            ["channel"] = run.Channel,
            ["account"] = run.Account,
            ["date"] = run.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["state"] = Word(run.State),
            ["tries"] = run.Tries,
            ["rows"] = run.Rows,
            ["matched"] = run.Matched,
            ["open"] = run.Open,
            ["channel_fee"] = run.BookedFen,
            ["time"] = PaymentJson.Time(run.At),
            ["differences"] = new JsonArray(
                [.. differences.Take(MaxShown).Select(static d => Of(d))]),
            ["has_more"] = differences.Count > MaxShown,
        };
        PaymentJson.Add(json, "reason", run.Reason);
        return json;
    }

    /// <summary>The word for a state or a kind.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static JsonObject Of(Difference difference)
    {
        var json = new JsonObject
        {
            ["kind"] = Word(difference.Kind),
            ["number"] = difference.Number,
            ["is_refund"] = difference.IsRefund,
            ["is_cleared"] = difference.IsCleared,
            ["our_amount"] = difference.OurFen,
            ["their_amount"] = difference.TheirFen,
        };
        PaymentJson.Add(json, "channel_trade_no", difference.ChannelTradeNo);
        PaymentJson.Add(
            json, "detail", difference.Detail is "" ? null : difference.Detail);
        return json;
    }
}
