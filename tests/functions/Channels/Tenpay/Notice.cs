using System.Text;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>A notification, signed and encoded without the channel's code.</summary>
internal sealed record Notice
{
    public const string NotifyId = "AbC-dEf_0123456789xyz";
    public const string FormType = "application/x-www-form-urlencoded";

    /// <summary>A payment at the gateway of 12.00 with a coupon of 0.34.</summary>
    public static readonly Notice Paid = new()
    {
        Account = TenpayBench.Gateway,
        Key = TenpayVectors.GatewayKey,
        Fields =
        [
            new("attach", "a&b=c +"),
            new("bank_billno", ""),
            new("bank_type", "BL"),
            new("discount", "34"),
            new("fee_type", "1"),
            new("input_charset", "UTF-8"),
            new("notify_id", NotifyId),
            new("out_trade_no", A.Number.ToString()),
            new("partner", TenpayBench.Partner),
            new("product_fee", "1200"),
            new("sign_type", "MD5"),
            new("time_end", "20240102101212"),
            new("total_fee", "1200"),
            new("trade_mode", "1"),
            new("trade_state", "0"),
            new("transaction_id", A.TradeNo),
            new("transport_fee", "0"),
        ],
    };

    /// <summary>The open platform's: nothing but the id.</summary>
    public static readonly Notice IdOnly = new()
    {
        Account = TenpayBench.Open,
        Key = TenpayVectors.OpenKey,
        Fields =
        [
            new("appid", TenpayBench.AppId),
            new("input_charset", "UTF-8"),
            new("notify_id", NotifyId),
            new("sign_type", "MD5"),
        ],
    };

    /// <summary>A refund of 2.00 that is done.</summary>
    public static readonly Notice Refunded = new()
    {
        Account = TenpayBench.Gateway,
        Key = TenpayVectors.GatewayKey,
        Fields =
        [
            new("input_charset", "UTF-8"),
            new("out_refund_no", A.RefundNumber.ToString()),
            new("out_trade_no", A.Number.ToString()),
            new("partner", TenpayBench.Partner),
            new("refund_channel", "0"),
            new("refund_fee", "200"),
            new("refund_id", A.RefundId),
            new("refund_status", "4"),
            new("sign_type", "MD5"),
            new("transaction_id", A.TradeNo),
        ],
    };

    public required string Account { get; init; }

    public required string Key { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public Encoding Encoding { get; init; } = Encoding.UTF8;

    public string this[string name] => Fields.Single(f => f.Key == name).Value;

    public Notice With(string name, string value)
        => this with { Fields = [.. Without(name).Fields, new(name, value)] };

    public Notice Without(params string[] names)
        => this with { Fields = [.. Fields.Where(f => !names.Contains(f.Key))] };

    /// <summary>All fields with their signature.</summary>
    public List<KeyValuePair<string, string>> Signed()
        => [.. Fields, new("sign", Said.Sign(Fields, Key, Encoding))];

    public string Form() => Said.Form(Signed(), Encoding);

    public RawNotification Post(string? contentType = FormType)
        => Raw(Form(), "POST", contentType);

    public RawNotification Get() => Raw(Form(), "GET", null);

    public RawNotification Raw(
        string form, string method = "POST", string? contentType = FormType)
        => new(Account, method, contentType, Encoding.Latin1.GetBytes(form));

    /// <summary>What Tenpay answers when it is asked about this notification.</summary>
    public List<KeyValuePair<string, string>> Proof()
        =>
        [
            .. Fields.Where(static f => f.Key is not ("notify_id" or "attach")),
            new("retcode", "0"),
            new("retmsg", ""),
        ];
}
