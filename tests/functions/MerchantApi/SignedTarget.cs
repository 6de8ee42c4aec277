using System.Globalization;
using System.Text;

namespace PayFunctions.Tests.MerchantApi;

/// <summary>A URL that a merchant signs and a browser opens, signed by code of its own.</summary>
internal class SignedTarget
{
    private readonly string path;
    private readonly List<(string Name, string Value)> fields;

    /// <summary>Signs one.</summary>
    /// <param name="path">The path.</param>
    /// <param name="merchant">Who signs.</param>
    /// <param name="now">The timestamp.</param>
    /// <param name="usual">What it says besides the envelope.</param>
    /// <param name="changes">What it says instead; null leaves a field out.</param>
    public SignedTarget(
        string path, TestMerchant merchant, DateTimeOffset now,
        IEnumerable<(string Name, string Value)> usual,
        params IEnumerable<(string Name, string? Value)> changes)
    {
        this.path = path;
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["app_id"] = merchant.AppId,
            ["timestamp"] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            ["charset"] = "utf-8",
            ["version"] = "1.0",
            ["sign_type"] = "RSA2",
            ["key_id"] = TestMerchant.KeyId,
        };
        foreach (var (name, value) in usual)
        {
            all[name] = value;
        }

        foreach (var (name, value) in changes)
        {
            all[name] = value;
        }

        fields = [.. all.Where(static f => f.Value is not null).Select(f => (f.Key, f.Value!))];
        fields.Add(("sign", merchant.Sign(Encoding.UTF8.GetBytes(ToSign()))));
    }

    /// <summary>The path and query, percent-encoded.</summary>
    public string Target => path + "?" + string.Join('&', fields.Select(
        static f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

    /// <summary>The same with a field changed after signing.</summary>
    public string Tampered(string name, string value)
        => path + "?" + string.Join('&', fields.Select(f =>
            $"{f.Name}={Uri.EscapeDataString(Is(f.Name, name) ? value : f.Value)}"));

    private static bool Is(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);

    private string ToSign()
        => string.Join('&', fields
            .Where(static f => f.Value.Length > 0 && f.Name is not "sign_type")
            .OrderBy(static f => f.Name, StringComparer.Ordinal)
            .Select(static f => $"{f.Name}={f.Value}"));
}
