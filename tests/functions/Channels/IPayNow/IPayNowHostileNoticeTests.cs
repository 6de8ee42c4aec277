using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Channels.Wire;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>What an attacker, or a broken sender, may post: each refused by name.</summary>
public sealed class IPayNowHostileNoticeTests : IDisposable
{
    private readonly IPayNowBench a = new(IPayNowProfile.A, null);
    private readonly IPayNowBench b = new(IPayNowProfile.B, null);

    public static TheoryData<string, string> Fields
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var (profile, said) in new[]
            {
                ("a", IPayNowNoticeTests.OfA), ("b", IPayNowNoticeTests.OfB),
            })
            {
                foreach (var pair in said.Signed().Where(static f => f.Value.Length > 0))
                {
                    all.Add(profile, pair.Key);
                }
            }

            return all;
        }
    }

    public static TheoryData<string, string> Tails => new()
    {
        { "&", "Malformed" },
        { "&&", "Malformed" },
        { "&=", "Malformed" },
        { "&=x", "Malformed" },
        { "&x", "Malformed" },
        { "&a[]=x", "Malformed" },
        { "&a%00=x", "Malformed" },
        { "&a+b=x", "Malformed" },
        { "&%E6%B5%8B=x", "Malformed" },
        { "&x=%", "Malformed" },
        { "&x=%4", "Malformed" },
        { "&x=%4g", "Malformed" },
        { "&x=%u6D4B", "Malformed" },
        { "&x=a b", "Malformed" },
        { "\n", "Malformed" },
        { "\0", "Malformed" },
        { "&x=\u00e6", "Malformed" },
        { "&x=%FF", "Malformed" },
        { "&x=%C0%AF", "Malformed" },
        { "&x=%ED%A0%80", "Malformed" },
        { "&x=%E6%B5", "Malformed" },
        { "&x=y", "SignatureWrong" },
        { "&SIGNATURE=x", "SignatureWrong" },
        { "&MhtOrderAmt=1", "SignatureWrong" },
        { "x", "SignatureWrong" },
        { "%0A", "SignatureWrong" },
        { "+", "SignatureWrong" },
        { ";x=y", "SignatureWrong" },
    };

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task An_altered_field_is_refused(string profile, string name)
        => (await ReadAsync(profile, Posted(
            profile, name, static value => value[..^1] + (value[^1] == 'x' ? 'y' : 'x'))))
            .ShouldBe(WhenAltered(name));

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_removed_or_emptied_field_is_refused(string profile, string name)
    {
        var refusal = name switch
        {
            "signature" => "SignatureMissing",
            "version" or "signType" => "SignTypeUnexpected",
            "mhtCharset" => "CharsetUnexpected",
            _ => "SignatureWrong",
        };

        (await ReadAsync(profile, Said.Encode(
            OfProfile(profile).Signed().Where(f => f.Key != name), Encoding.UTF8)))
            .ShouldBe(refusal);
        (await ReadAsync(profile, Posted(profile, name, static _ => "")))
            .ShouldBe(name == "version" ? "SignatureWrong" : refusal);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_doubled_field_is_refused(string profile, string name)
    {
        var body = OfProfile(profile).Body();

        (await ReadAsync(profile, $"{body}&{name}=x")).ShouldBe("FieldDuplicated");
        (await ReadAsync(profile, $"{body}&{name}=")).ShouldBe("FieldDuplicated");
        (await ReadAsync(profile, $"%{(int)name[0]:X2}{name[1..]}=x&{body}"))
            .ShouldBe("FieldDuplicated");
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_field_encoded_twice_is_refused(string profile, string name)
        => (await ReadAsync(profile, Posted(profile, name, static value => string.Concat(
            Encoding.UTF8.GetBytes(value).Select(static b => $"%{b:X2}")))))
            .ShouldBe(WhenAltered(name));

    [Theory]
    [MemberData(nameof(Tails))]
    public async Task Whatever_is_appended_is_refused(string tail, string refusal)
    {
        // A tail without & is part of the last value, and the last field must be a signed one.
        (await ReadAsync("a", Ending(IPayNowNoticeTests.OfA) + tail)).ShouldBe(refusal);
        (await ReadAsync("b", Ending(IPayNowNoticeTests.OfB) + tail)).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&")]
    [InlineData("success=Y")]
    [InlineData("""{"funcode":"N001"}""")]
    [InlineData("<xml>a=b</xml>")]
    [InlineData("signature=00000000000000000000000000000000")]
    public async Task What_was_never_a_notification_is_refused(string body)
    {
        (await ReadAsync("a", body)).ShouldBeOneOf("Malformed", "SignTypeUnexpected");
        (await ReadAsync("b", body)).ShouldBeOneOf("Malformed", "SignTypeUnexpected");
    }

    [Fact]
    public async Task Every_truncation_is_refused()
    {
        var body = IPayNowNoticeTests.OfB.Body();
        for (var length = 0; length < body.Length; length++)
        {
            (await b.Channel.ReadAsync(
                IPayNowNoticeTests.Raw(body[..length]), CancellationToken.None))
                .ShouldBeOfType<NotAccepted>();
        }
    }

    [Fact]
    public async Task A_message_of_the_other_profile_is_refused_although_it_is_real()
    {
        (await ReadAsync("b", IPayNowNoticeTests.OfA.Body())).ShouldBe("SignTypeUnexpected");
        (await ReadAsync("a", IPayNowNoticeTests.OfB.Body())).ShouldBe("SignTypeUnexpected");
        (await ReadAsync("a", $"{IPayNowNoticeTests.OfA.Body()}&version="))
            .ShouldBe("SignTypeUnexpected");
    }

    [Fact]
    public async Task A_message_signed_by_the_other_profiles_rule_is_refused()
    {
        (await ReadAsync("a", (IPayNowNoticeTests.OfA with { SignsType = true }).Body()))
            .ShouldBe("SignatureWrong");
        (await ReadAsync("b", (IPayNowNoticeTests.OfB with { SignsType = false }).Body()))
            .ShouldBe("SignatureWrong");
    }

    [Fact]
    public async Task A_signature_by_another_key_or_in_another_charset_is_refused()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

        (await ReadAsync("a", (IPayNowNoticeTests.OfA with { Key = "another" }).Body()))
            .ShouldBe("SignatureWrong");
        (await ReadAsync("a", (IPayNowNoticeTests.OfA with { Encoding = gbk }).Body()))
            .ShouldBe("Malformed");
        (await ReadAsync("a", IPayNowNoticeTests.OfA.With("mhtCharset", "GBK").Body()))
            .ShouldBe("CharsetUnexpected");
        (await ReadAsync("a", IPayNowNoticeTests.OfA.With("mhtCharset", "utf-8").Body()))
            .ShouldBe(nameof(Genuine));
    }

    [Fact]
    public async Task A_signature_by_the_key_itself_is_refused()
    {
        // The key must be digested before it signs.
        var text = string.Join('&', IPayNowNoticeTests.OfA.Fields
            .Where(static f => f.Value.Length > 0 && f.Key != "signType")
            .OrderBy(static f => f.Key, StringComparer.Ordinal)
            .Select(static f => $"{f.Key}={f.Value}"));
        var signature = Digest.Md5Lower(Encoding.UTF8.GetBytes($"{text}&{IPayNowVectors.Key}"));

        (await ReadAsync("a", Said.Encode(
            [.. IPayNowNoticeTests.OfA.Fields, new("signature", signature)], Encoding.UTF8)))
            .ShouldBe("SignatureWrong");
    }

    [Theory]
    [InlineData("signType", "SHA1", "SignTypeUnexpected")]
    [InlineData("signType", "md5", "SignTypeUnexpected")]
    [InlineData("signType", "", "SignTypeUnexpected")]
    [InlineData("appId", "1400000000000002", "AppIdDiffers")]
    [InlineData("appId", "", "FieldInvalid")]
    [InlineData("funcode", "", "FieldInvalid")]
    [InlineData("funcode", "MQ002", "FieldInvalid")]
    [InlineData("funcode", "n001", "FieldInvalid")]
    [InlineData("mhtOrderType", "", "FieldInvalid")]
    [InlineData("mhtOrderNo", "", "OrderNumberUnknown")]
    [InlineData("mhtOrderNo", "M20240102000001", "OrderNumberUnknown")]
    [InlineData("mhtOrderNo", "0123456789ABCDEFGHJKMNPQRS00", "OrderNumberUnknown")]
    [InlineData("mhtCurrencyType", "840", "FieldInvalid")]
    [InlineData("mhtCurrencyType", "", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "-1234", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "12.34", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "01234", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "１２３４", "FieldInvalid")]
    [InlineData("mhtOrderAmt", "99999999999999999999", "FieldInvalid")]
    [InlineData("nowPayOrderNo", "2001 2024", "FieldInvalid")]
    [InlineData("nowPayOrderNo", "2001\r\n2024", "FieldInvalid")]
    [InlineData("status", "", "FieldInvalid")]
    [InlineData("status", "a001", "StatusUnknown")]
    [InlineData("status", "A0011", "StatusUnknown")]
    [InlineData("status", "SUCCESS", "StatusUnknown")]
    public async Task A_well_signed_notification_with_wrong_content_is_refused(
        string name, string value, string refusal)
    {
        var ofA = IPayNowNoticeTests.OfA.With(name == "status" ? "tradeStatus" : name, value);
        var ofB = IPayNowNoticeTests.OfB.With(name == "status" ? "transStatus" : name, value);

        (await ReadAsync("a", ofA.Body())).ShouldBe(refusal);
        (await ReadAsync("b", ofB.Body())).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("nowPayOrderNo", "")]
    [InlineData("payTime", "2024-01-02 10:15:00")]
    [InlineData("payTime", "20240230101500")]
    public async Task Profile_b_misses_what_profile_a_does_not_have(string name, string value)
        => (await ReadAsync("b", IPayNowNoticeTests.OfB.With(name, value).Body()))
            .ShouldBe("FieldInvalid");

    [Fact]
    public async Task The_status_of_the_other_profile_is_none()
    {
        (await ReadAsync("a", IPayNowNoticeTests.OfA.Without("tradeStatus")
            .With("transStatus", "A001").Body())).ShouldBe("FieldInvalid");
        (await ReadAsync("b", IPayNowNoticeTests.OfB.Without("transStatus")
            .With("tradeStatus", "A001").Body())).ShouldBe("FieldInvalid");
    }

    [Fact]
    public async Task Our_own_order_which_a_payer_sees_signed_is_no_notification()
    {
        // The one signature that leaves our side: its words cannot be cut into another message.
        var order = An.Order(body: "x&funcode=N001&mhtCharset=UTF-8&mhtCurrencyType=156"
            + $"&mhtOrderAmt=1&mhtOrderNo={An.Number}&mhtOrderType=01&tradeStatus=A001&z=1");
        var request = An.PageRequest(order: order);
        var handover = (await a.Channel.OpenPageAsync(request, CancellationToken.None))
            .ShouldBeOfType<PageReady>().Handover;
        var sent = handover.Fields.ToDictionary(StringComparer.Ordinal);

        sent["mhtOrderDetail"].ShouldNotContain('&');
        (await ReadAsync("a", Said.Encode(
            [
                new("appId", sent["appId"]),
                new("frontNotifyUrl", $"{sent["frontNotifyUrl"]}&mhtCharset=UTF-8"
                    + "&mhtCurrencyType=156&mhtOrderAmt=1234&mhtOrderDetail=x"),
                new("funcode", "N001"),
                new("mhtCharset", "UTF-8"),
                new("mhtCurrencyType", "156"),
                new("mhtOrderAmt", "1"),
                new("mhtOrderNo", An.Number.ToString()),
                new("mhtOrderType", "01"),
                new("signType", "MD5"),
                new("tradeStatus", "A001"),
                new("z", $"1&mhtOrderName={sent["mhtOrderName"]}&mhtOrderNo={An.Number}"
                    + $"&mhtOrderStartTime={sent["mhtOrderStartTime"]}&mhtOrderTimeOut=1800"
                    + $"&mhtOrderType=01&notifyUrl={sent["notifyUrl"]}"),
                new("signature", sent["mhtSignature"]),
            ],
            Encoding.UTF8))).ShouldBe("SignatureWrong");
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        (await ReadAsync("a", IPayNowNoticeTests.OfA.Body()
            + "&x=" + new string('y', IPayNowNotice.BytesMax))).ShouldBe("BodyTooLarge");
        (await ReadAsync("a", string.Join(
            '&', Enumerable.Range(0, FormPairs.PairsMax + 1).Select(static i => $"f{i}=x"))))
            .ShouldBe("Malformed");
    }

    private static Said OfProfile(string profile)
        => profile == "a" ? IPayNowNoticeTests.OfA : IPayNowNoticeTests.OfB;

    private static string WhenAltered(string name) => name switch
    {
        "signType" => "SignTypeUnexpected",
        "mhtCharset" => "CharsetUnexpected",
        _ => "SignatureWrong",
    };

    private static string Ending(Said said)
    {
        var fields = said.Signed();
        return Said.Encode(
            fields.Where(static f => f.Key != "appId").Append(
                fields.Single(static f => f.Key == "appId")),
            Encoding.UTF8);
    }

    private static string Posted(string profile, string name, Func<string, string> change)
        => Said.Encode(
            OfProfile(profile).Signed().Select(f => f.Key == name
                ? KeyValuePair.Create(f.Key, change(f.Value))
                : f),
            Encoding.UTF8);

    private async Task<string> ReadAsync(string profile, string body)
        => await (profile == "a" ? a : b).Channel.ReadAsync(
            IPayNowNoticeTests.Raw(body), CancellationToken.None) switch
        {
            NotAccepted refused => refused.Why.ToString(),
            var other => other.GetType().Name,
        };
}
