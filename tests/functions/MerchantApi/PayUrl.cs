using System.Globalization;
using System.Text;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A URL for a payer, signed by code of its own.</summary>
internal sealed class PayUrl
{
    private readonly List<(string Name, string Value)> fields;

    public PayUrl(DateTimeOffset now, params (string Name, string? Value)[] changes)
    {
        var usual = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["app_id"] = "shop",
            ["out_trade_no"] = "A-1",
            ["total_fee"] = "100",
            ["subject"] = "Tea",
            ["notify_url"] = "https://shop.example/notify?a=1&b=2",
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["sign_type"] = "RSA2",
            ["key_id"] = TestMerchant.KeyId,
        };
        foreach (var (name, value) in changes)
        {
            usual[name] = value;
        }

        fields = [.. usual.Where(static f => f.Value is not null).Select(f => (f.Key, f.Value!))];
        fields.Add(("sign", TestMerchant.Shop.Sign(Encoding.UTF8.GetBytes(ToSign()))));
    }

    /// <summary>The path and query, percent-encoded.</summary>
    public string Target => "/pay?" + string.Join('&', fields.Select(
        static f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>The same with a field changed after signing.</summary>
    public string Tampered(string name, string value)
        => "/pay?" + string.Join('&', fields.Select(f =>
            $"{f.Name}={Uri.EscapeDataString(Is(f.Name, name) ? value : f.Value)}"));

    private static bool Is(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);

    private string ToSign()
        => string.Join('&', fields
            .Where(static f => f.Value.Length > 0 && f.Name is not "sign_type")
            .OrderBy(static f => f.Name, StringComparer.Ordinal)
            .Select(static f => $"{f.Name}={f.Value}"));
}
