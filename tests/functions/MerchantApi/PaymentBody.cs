namespace PayFunctions.Tests.MerchantApi;

/// <summary>The usual creation, with members set to raw JSON or (null) left out.</summary>
internal static class PaymentBody
{
    /// <summary>Writes it.</summary>
    public static string Json(params (string Name, string? Raw)[] changes)
    {
        var members = new SortedDictionary<string, string?>(StringComparer.Ordinal)
        {
            ["out_trade_no"] = "\"A-1\"",
            ["total_fee"] = "100",
            ["subject"] = "\"Tea\"",
            ["notify_url"] = "\"https://shop.example/notify\"",
        };
        foreach (var (name, raw) in changes)
        {
            members[name] = raw;
        }

        return "{" + string.Join(',', members
            .Where(static m => m.Value is not null)
            .Select(static m => $"\"{m.Key}\":{m.Value}")) + "}";
    }
}
