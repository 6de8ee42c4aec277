using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>
/// A notification as Alipay sends it, written from its documentation. Fields can be changed before
/// or after it is signed.
/// </summary>
/// <param name="Fields">In the order in which they are sent, without the signature.</param>
internal sealed record AlipayNotification(IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>A genuine one that tells of the payment of an order.</summary>
    public static AlipayNotification Paid(string transactionId)
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8))
            .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return new([
            new("gmt_create", now),
            new("charset", "utf-8"),
            new("gmt_payment", now),
            new("notify_time", now),
            new("subject", "茶 two boxes"),
            new("buyer_id", "2088102116773037"),
            new("invoice_amount", "12.34"),
            new("version", "1.0"),
            new("notify_id", "ac05099524730693a8b330c5ecf72da978"),
            new("notify_type", "trade_status_sync"),
            new("out_trade_no", Payer.ChannelNumber(transactionId)),
            new("total_amount", "12.34"),
            new("trade_status", "TRADE_SUCCESS"),
            new("trade_no", "2026112422001473030200001234"),
            new("auth_app_id", HostSettings.AlipayAppId),
            new("receipt_amount", "12.34"),
            new("buyer_pay_amount", "12.34"),
            new("app_id", HostSettings.AlipayAppId),
            new("seller_id", HostSettings.SellerId),
        ]);
    }

    /// <summary>The same with one value changed.</summary>
    public AlipayNotification With(string name, string value)
        => new([.. Fields.Select(field => Is(field, name) ? new(name, value) : field)]);

    /// <summary>The same without a field.</summary>
    public AlipayNotification Without(string name)
        => new([.. Fields.Where(field => !Is(field, name))]);

    /// <summary>The same with one more field at the end.</summary>
    public AlipayNotification And(string name, string value)
        => new([.. Fields, new(name, value)]);

    /// <summary>The same, signed; <c>sign_type</c> says RSA2 whatever the hash is.</summary>
    public AlipayNotification Signed(
        RSA key, HashAlgorithmName? hash = null, RSASignaturePadding? padding = null)
    {
        var text = string.Join('&', Fields
            .Where(static field => field.Value.Length > 0)
            .OrderBy(static field => field.Key, StringComparer.Ordinal)
            .Select(static field => $"{field.Key}={field.Value}"));
        var sign = key.SignData(
            Encoding.UTF8.GetBytes(text), hash ?? HashAlgorithmName.SHA256,
            padding ?? RSASignaturePadding.Pkcs1);
        return And("sign_type", "RSA2").And("sign", Convert.ToBase64String(sign));
    }

    /// <summary>As a form.</summary>
    public string Form() => string.Join('&', Fields.Select(static field
        => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>As the body of a request.</summary>
    public static HttpContent Content(
        string form, string type = "application/x-www-form-urlencoded; charset=utf-8")
    {
        var content = new ByteArrayContent(Encoding.Latin1.GetBytes(form));
        content.Headers.ContentType = type.Length > 0 ? MediaTypeHeaderValue.Parse(type) : null;
        return content;
    }

    private static bool Is(KeyValuePair<string, string> field, string name)
        => string.Equals(field.Key, name, StringComparison.Ordinal);
}
