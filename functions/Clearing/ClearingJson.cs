using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PayFunctions.MerchantApi;

namespace PayFunctions.Clearing;

/// <summary>Clearings and books as JSON.</summary>
internal static class ClearingJson
{
    /// <summary>A day of an application.</summary>
    public static JsonObject Of(DayClearing clearing)
    {
        var json = new JsonObject
        {
            ["app_id"] = clearing.AppId,
            ["date"] = Text(clearing.Day),
            ["clearing_state"] = clearing.State.ToString().ToUpperInvariant(),
            ["payments"] = clearing.Sums.Payments,
            ["payment_fee"] = clearing.Sums.PaymentFen,
            ["refunds"] = clearing.Sums.Refunds,
            ["refund_fee"] = clearing.Sums.RefundFen,
            ["service_fee"] = clearing.Sums.FeeFen,
            ["net_fee"] = clearing.Sums.NetFen,
            ["late_fee"] = clearing.LateFen,
            ["carried_in"] = clearing.CarriedInFen,
            ["payout_fee"] = clearing.PayoutFen,
            ["carried_out"] = clearing.CarriedOutFen,
            ["due_on"] = Text(clearing.DueOn),
        };
        PaymentJson.Add(json, "payout_no", clearing.PayoutNo);
        PaymentJson.Add(json, "time_paid", PaymentJson.Time(clearing.PaidAt));
        return json;
    }

    /// <summary>The books of a day.</summary>
    public static JsonObject Of(TrialBalance balance) => new()
    {
        ["date"] = Text(balance.Day),
        ["moved"] = Of(balance.Moved),
        ["moved_sum"] = balance.Moved.Values.Sum(),
        ["balances"] = Of(balance.Stands),
        ["balances_sum"] = balance.Stands.Values.Sum(),
    };

    private static JsonObject Of(ImmutableSortedDictionary<string, long> accounts)
        => new(accounts.Select(static a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value)));

    private static string Text(DateOnly day)
        => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
