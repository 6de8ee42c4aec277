using System.Security.Cryptography;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>What an attacker, or a broken sender, may post: each refused by name.</summary>
public sealed class AlipayHostileNoticeTests : IDisposable
{
    private static readonly string Body = Notice.Paid.Body();

    private readonly AlipayBench bench = new();

    public static TheoryData<string> Fields
        => [.. Notice.Paid.SignedFields().Select(static f => f.Key)];

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_altered_field_is_refused(string name)
    {
        Read(Posted(name, static value => value[..^1] + (value[^1] == 'x' ? 'y' : 'x')))
            .ShouldBe(WhenTouched(name));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_removed_field_is_refused(string name)
    {
        var fields = Notice.Paid.SignedFields().Where(f => !IsSame(f.Key, name));

        Read(Notice.Encode(fields, Encoding.UTF8)).ShouldBe(IsSame(name, "sign")
            ? nameof(NotificationRefusal.SignatureMissing)
            : WhenTouched(name));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void An_emptied_field_is_refused(string name)
    {
        Read(Posted(name, static _ => "")).ShouldBe(IsSame(name, "sign")
            ? nameof(NotificationRefusal.SignatureMissing)
            : WhenTouched(name));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_doubled_field_is_refused(string name)
    {
        var again = Notice.Paid.SignedFields().Where(f => IsSame(f.Key, name));

        Read($"{Body}&{Notice.Encode(again, Encoding.UTF8)}")
            .ShouldBe(nameof(NotificationRefusal.FieldDuplicated));
        Read($"{Body}&{name}=").ShouldBe(nameof(NotificationRefusal.FieldDuplicated));
        Read($"%{(int)name[0]:X2}{name[1..]}=x&{Body}")
            .ShouldBe(nameof(NotificationRefusal.FieldDuplicated));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_encoded_twice_is_refused(string name)
    {
        Read(Posted(name, static value => string.Concat(
            Encoding.UTF8.GetBytes(value).Select(static b => $"%{b:X2}"))))
            .ShouldBe(WhenTouched(name));
    }

    [Theory]
    [InlineData("", "Malformed")]
    [InlineData("&", "Malformed")]
    [InlineData("success", "Malformed")]
    [InlineData("a=b", "CharsetUnexpected")]
    [InlineData("charset=utf-8", "SignTypeUnexpected")]
    [InlineData("charset=utf-8&sign_type=RSA2", "SignatureMissing")]
    [InlineData("charset=utf-8&sign_type=RSA2&sign=", "SignatureMissing")]
    [InlineData("charset=utf-8&sign_type=RSA2&sign=AAAA", "SignatureWrong")]
    [InlineData("charset=utf-8&sign_type=RSA2&sign=%00", "SignatureWrong")]
    [InlineData("{\"charset\":\"utf-8\"}", "Malformed")]
    [InlineData("<xml>a=b</xml>", "Malformed")]
    public void What_was_never_a_notification_is_refused(string body, string refusal)
    {
        Read(body).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("&", "Malformed")]
    [InlineData("&&", "Malformed")]
    [InlineData("&=", "Malformed")]
    [InlineData("&=x", "Malformed")]
    [InlineData("&x", "Malformed")]
    [InlineData("&a[]=x", "Malformed")]
    [InlineData("&a%5B%5D=x", "Malformed")]
    [InlineData("&a%00=x", "Malformed")]
    [InlineData("&a+b=x", "Malformed")]
    [InlineData("&%E6%B5%8B=x", "Malformed")]
    [InlineData("&x=%", "Malformed")]
    [InlineData("&x=%4", "Malformed")]
    [InlineData("&x=%4g", "Malformed")]
    [InlineData("&x=%u6D4B", "Malformed")]
    [InlineData("&x=%+1", "Malformed")]
    [InlineData("&x=a b", "Malformed")]
    [InlineData("&x=a\tb", "Malformed")]
    [InlineData("\n", "Malformed")]
    [InlineData("\r\n", "Malformed")]
    [InlineData("\0", "Malformed")]
    [InlineData("&x=\u00e6", "Malformed")]
    [InlineData("&x=%FF", "Malformed")]
    [InlineData("&x=%C0%AF", "Malformed")]
    [InlineData("&x=%C1%81", "Malformed")]
    [InlineData("&x=%E0%80%AF", "Malformed")]
    [InlineData("&x=%ED%A0%80", "Malformed")]
    [InlineData("&x=%F4%90%80%80", "Malformed")]
    [InlineData("&x=%E6%B5", "Malformed")]
    [InlineData("&x=%E6&y=%B5%8B", "Malformed")]
    [InlineData("&x=y", "SignatureWrong")]
    [InlineData("&SIGN=x", "SignatureWrong")]
    [InlineData("&Total_Amount=0.01", "SignatureWrong")]
    [InlineData("x", "SignatureWrong")]
    [InlineData("=", "SignatureWrong")]
    [InlineData("%3D", "SignatureWrong")]
    [InlineData("%0A", "SignatureWrong")]
    [InlineData("+", "SignatureWrong")]
    [InlineData(";x=y", "SignatureWrong")]
    [InlineData("#x", "SignatureWrong")]
    public void Whatever_is_appended_is_refused(string tail, string refusal)
    {
        Read(Body + tail).ShouldBe(refusal);
    }

    [Fact]
    public void Other_separators_are_refused()
    {
        Read(Body.Replace('&', ';')).ShouldBe(nameof(NotificationRefusal.CharsetUnexpected));
        Read("?" + Body).ShouldBe(nameof(NotificationRefusal.Malformed));
        Read("\ufeff" + Body).ShouldBe(nameof(NotificationRefusal.Malformed));
        Read(" " + Body).ShouldBe(nameof(NotificationRefusal.Malformed));
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < Body.Length; length++)
        {
            bench.Read(Notice.Raw(Body[..length])).ShouldBeOfType<NotAccepted>();
        }
    }

    [Fact]
    public void A_downgraded_signature_is_refused_although_it_is_real()
    {
        var sha1 = Notice.Paid with { Hash = HashAlgorithmName.SHA1, SignType = "RSA" };

        Read(sha1.Body()).ShouldBe(nameof(NotificationRefusal.SignTypeUnexpected));
        Read((sha1 with { SignType = "RSA2" }).Body())
            .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        foreach (var type in (string[])["RSA", "rsa2", "RSA2 ", "SM2", "MD5", "HMAC", "NONE"])
        {
            Read((Notice.Paid with { SignType = type }).Body())
                .ShouldBe(nameof(NotificationRefusal.SignTypeUnexpected));
        }
    }

    [Fact]
    public void A_signature_by_another_key_or_rule_is_refused()
    {
        Read((Notice.Paid with { Key = AlipayVectors.Merchant }).Body())
            .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        Read((Notice.Paid with { Hash = HashAlgorithmName.SHA512 }).Body())
            .ShouldBe(nameof(NotificationRefusal.SignatureWrong));
        Read((Notice.Paid with { Encoding = Signed.Gbk }).Body())
            .ShouldBe(nameof(NotificationRefusal.Malformed));
    }

    [Theory]
    [InlineData("charset", "gbk", "CharsetUnexpected")]
    [InlineData("charset", "GB2312", "CharsetUnexpected")]
    [InlineData("charset", "utf-16", "CharsetUnexpected")]
    [InlineData("app_id", "2021000000000009", "AppIdDiffers")]
    [InlineData("app_id", "", "FieldInvalid")]
    [InlineData("notify_type", "", "FieldInvalid")]
    [InlineData("auth_app_id", "2021000000000009", "AppIdDiffers")]
    [InlineData("seller_id", "2088000000000000", "SellerDiffers")]
    [InlineData("seller_id", "", "FieldInvalid")]
    [InlineData("out_trade_no", "", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "T20260102000001", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "0123456789ABCDEFGHJKMNPQRS00", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "0123456789ABCDEFGHJKMNPQRS0x", "OrderNumberUnknown")]
    [InlineData("total_amount", "", "FieldInvalid")]
    [InlineData("total_amount", "-88.88", "FieldInvalid")]
    [InlineData("total_amount", "88.888", "FieldInvalid")]
    [InlineData("total_amount", "88,88", "FieldInvalid")]
    [InlineData("total_amount", "１.00", "FieldInvalid")]
    [InlineData("total_amount", "999999999999999999999", "FieldInvalid")]
    [InlineData("trade_no", "", "FieldInvalid")]
    [InlineData("trade_no", "2026 0102", "FieldInvalid")]
    [InlineData("trade_no", "2026\r\n0102", "FieldInvalid")]
    [InlineData("gmt_payment", "", "FieldInvalid")]
    [InlineData("gmt_payment", "yesterday", "FieldInvalid")]
    [InlineData("refund_fee", "x", "FieldInvalid")]
    [InlineData("trade_status", "", "FieldInvalid")]
    [InlineData("trade_status", "trade_success", "StatusUnknown")]
    [InlineData("trade_status", "TRADE_PENDING", "StatusUnknown")]
    public void A_well_signed_notification_with_wrong_content_is_refused(
        string name, string value, string refusal)
    {
        Read(Notice.Paid.With(name, value).Body()).ShouldBe(refusal);
    }

    [Theory]
    [InlineData(null, "ContentTypeUnexpected")]
    [InlineData("", "ContentTypeUnexpected")]
    [InlineData("text/plain", "ContentTypeUnexpected")]
    [InlineData("application/json", "ContentTypeUnexpected")]
    [InlineData("multipart/form-data; boundary=x", "ContentTypeUnexpected")]
    [InlineData("application/x-www-form-urlencodedx", "ContentTypeUnexpected")]
    [InlineData("application/x-www-form-urlencoded, text/plain", "ContentTypeUnexpected")]
    [InlineData("application/x-www-form-urlencoded; charset=gbk", "CharsetUnexpected")]
    public void Another_content_type_is_refused(string? contentType, string refusal)
    {
        Read(Notice.Paid.Raw(contentType: contentType)).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public void Another_method_is_refused(string method)
    {
        Read(Notice.Raw(Body, method: method))
            .ShouldBe(nameof(NotificationRefusal.ContentTypeUnexpected));
    }

    [Fact]
    public void Too_much_is_refused()
    {
        Read(Body + "&x=" + new string('y', AlipayNotice.BytesMax))
            .ShouldBe(nameof(NotificationRefusal.BodyTooLarge));
        Read(string.Join('&', Enumerable.Range(0, FormPairs.PairsMax + 1).Select(i => $"f{i}=x")))
            .ShouldBe(nameof(NotificationRefusal.Malformed));
    }

    private static bool IsSame(string one, string other)
        => string.Equals(one, other, StringComparison.Ordinal);

    private static string WhenTouched(string name)
        => name switch
        {
            "charset" => nameof(NotificationRefusal.CharsetUnexpected),
            "sign_type" => nameof(NotificationRefusal.SignTypeUnexpected),
            _ => nameof(NotificationRefusal.SignatureWrong),
        };

    private static string Posted(string name, Func<string, string> change)
        => Notice.Encode(
            Notice.Paid.SignedFields().Select(f => IsSame(f.Key, name)
                ? KeyValuePair.Create(f.Key, change(f.Value))
                : f),
            Encoding.UTF8);

    private string Read(string body) => Read(Notice.Raw(body));

    private string Read(RawNotification raw)
        => bench.Read(raw) switch
        {
            NotAccepted refused => refused.Why.ToString(),
            var other => other.GetType().Name,
        };
}
