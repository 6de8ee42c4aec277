using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>A notification, signed and encoded without the channel's code.</summary>
internal sealed record Notice
{
    public const string FormType = "application/x-www-form-urlencoded; charset=utf-8";

    public static readonly Notice Paid = new()
    {
        Fields =
        [
            new("notify_time", "2026-01-02 03:04:10"),
            new("notify_type", "trade_status_sync"),
            new("notify_id", "2026010200222030410055611400000001"),
            new("app_id", AlipayBench.AppId),
            new("auth_app_id", AlipayBench.AppId),
            new("charset", "utf-8"),
            new("version", "1.0"),
            new("trade_no", An.TradeNo),
            new("out_trade_no", An.Number.ToString()),
            new("buyer_id", "2088101117955611"),
            new("buyer_logon_id", "159****5620"),
            new("seller_id", AlipayBench.SellerId),
            new("seller_email", "seller@example.com"),
            new("trade_status", "TRADE_SUCCESS"),
            new("total_amount", "88.88"),
            new("receipt_amount", "88.88"),
            new("subject", "测试商品 A+B 10%"),
            new("gmt_create", "2026-01-02 03:04:05"),
            new("gmt_payment", "2026-01-02 03:04:09"),
            new("fund_bill_list", """[{"amount":"88.88","fundChannel":"ALIPAYACCOUNT"}]"""),
        ],
    };

    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public RSA Key { get; init; } = AlipayVectors.Gateway;

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public string SignType { get; init; } = "RSA2";

    public Notice With(string name, string value)
        => this with { Fields = [.. Without(name).Fields, new(name, value)] };

    public Notice Without(string name)
        => this with
        {
            Fields = [.. Fields.Where(f => !f.Key.Equals(name, StringComparison.Ordinal))],
        };

    /// <summary>All fields with sign_type and sign.</summary>
    public List<KeyValuePair<string, string>> SignedFields()
    {
        var data = string.Join('&', Fields
            .Where(static f => f.Value.Length > 0)
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        return
        [
            .. Fields,
            new("sign_type", SignType),
            new("sign", Signed.By(Key, Encoding.GetBytes(data), Hash)),
        ];
    }

    /// <summary>The body.</summary>
    public string Body() => Encode(SignedFields(), Encoding);

    public RawNotification Raw(string account = "main", string? contentType = FormType)
        => Raw(Body(), account, contentType);

    public static RawNotification Raw(
        string body, string account = "main", string? contentType = FormType,
        string method = "POST")
        => new(account, method, contentType, Encoding.Latin1.GetBytes(body));

    public static string Encode(
        IEnumerable<KeyValuePair<string, string>> fields, Encoding encoding)
        => string.Join('&', fields.Select(f => $"{f.Key}={Escape(f.Value, encoding)}"));

    private static string Escape(string text, Encoding encoding)
        => string.Concat(encoding.GetBytes(text).Select(static b => (char)b switch
        {
            ' ' => "+",
            '*' or '-' or '.' or '_' or (>= '0' and <= '9') or (>= 'a' and <= 'z')
                or (>= 'A' and <= 'Z') => ((char)b).ToString(),
            _ => $"%{b:X2}",
        }));
}
