using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.WeChatPay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

public sealed class WeChatPayNoticeTests : IDisposable
{
    private readonly WeChatPayBench bench = new();

    public static TheoryData<string> Notifies => WeChatPayVectors.Names(WeChatPayVectors.Notifies);

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Notifies))]
    public void Every_notification_is_judged_as_the_vector_says(string name)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Notifies, name);
        var expected = vector.GetProperty("expected");
        var isPartner = name.StartsWith("partner", StringComparison.Ordinal);
        using var of = isPartner
            ? new WeChatPayBench(
                ("mch_id", "1999000201"), ("sub_mch_id", "1999000301"),
                ("sub_app_id", "wx00000000000000b2"), ("platform_certificates", "true"))
            : new WeChatPayBench(("platform_certificates", "true"));
        of.Account.Keys.State = WeChatPayVectors.KeyRing(
            WeChatPayVectors.Notifies.GetProperty("default_keyring")).State with
        {
            LearnAt = DateTimeOffset.MaxValue,
        };
        of.Time.AdvanceTo(vector.Now());
        var raw = new RawNotification(
            "main", "POST", vector.GetProperty("headers").Text("Content-Type"),
            Encoding.UTF8.GetBytes(vector.Text("body")))
        {
            Headers = vector.Headers(),
        };

        var reading = of.Read(raw);

        if (expected.GetProperty("verified").GetBoolean())
        {
            PlainOf(of, vector.Text("body")).ShouldBe(
                expected.GetProperty("decrypted").GetBoolean()
                    ? expected.Text("plaintext")
                    : null);
        }

        // The vectors' order numbers are not of our shape: that is looked at after all else.
        var isTaken = reading is Uninteresting
            || reading.Equals(new NotAccepted(NotificationRefusal.OrderNumberUnknown));
        isTaken.ShouldBe(expected.Text("answer_status") is "2xx", reading.ToString());
    }

    [Theory]
    [InlineData("signed by a stranger", "SignatureWrong")]
    [InlineData("unknown serial", "SignerUnknown")]
    [InlineData("timestamp 600 s old (replay)", "TimestampDiffers")]
    [InlineData("SIGNTEST probe", "SignatureWrong")]
    [InlineData("no signature headers", "SignatureMissing")]
    [InlineData("wrong nonce", "Undecipherable")]
    [InlineData("algorithm not AEAD_AES_256_GCM", "Undecipherable")]
    public void A_refusal_has_its_name(string name, string refusal)
    {
        var vector = WeChatPayVectors.Named(WeChatPayVectors.Notifies, name);
        bench.Account.Keys.State = WeChatPayVectors.KeyRing(
            WeChatPayVectors.Notifies.GetProperty("default_keyring")).State;
        bench.Time.AdvanceTo(vector.Now());

        bench.Read(new RawNotification(
            "main", "POST", Notice.Json, Encoding.UTF8.GetBytes(vector.Text("body")))
        {
            Headers = vector.Headers(),
        }).ToString().ShouldContain(refusal);
    }

    [Fact]
    public void A_paid_trade_has_succeeded_in_every_culture()
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN", "ar-SA"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            bench.Read(Notice.Raw(Notice.Body(Notice.Plain(Notice.Paid)))).ShouldBe(
                new Genuine(A.Number, new Succeeded(
                    Money.OfFen(8888), A.TradeNo, A.Now.AddSeconds(4))));
        }
    }

    [Theory]
    [InlineData("mchid", "\"1999000102\"", "SellerDiffers")]
    [InlineData("mchid", null, "FieldInvalid")]
    [InlineData("mchid", "1999000101", "FieldInvalid")]
    [InlineData("appid", "\"wx00000000000000a2\"", "AppIdDiffers")]
    [InlineData("appid", null, "FieldInvalid")]
    [InlineData("out_trade_no", "\"T20260102000001\"", "OrderNumberUnknown")]
    [InlineData("out_trade_no", null, "OrderNumberUnknown")]
    [InlineData("transaction_id", null, "FieldInvalid")]
    [InlineData("transaction_id", "\"42 0\"", "FieldInvalid")]
    [InlineData("transaction_id", "\"420000999920260102000000000142000\"", "FieldInvalid")]
    [InlineData("trade_state", "\"NOTPAY\"", "StatusUnknown")]
    [InlineData("trade_state", "\"REFUND\"", "StatusUnknown")]
    [InlineData("trade_state", null, "StatusUnknown")]
    [InlineData("success_time", null, "FieldInvalid")]
    [InlineData("success_time", "\"2026-01-02 03:04:09\"", "FieldInvalid")]
    [InlineData("success_time", "\"2026-01-02T03:04:09\"", "FieldInvalid")]
    [InlineData("success_time", "\"2026-13-02T03:04:09+08:00\"", "FieldInvalid")]
    [InlineData("amount", null, "FieldInvalid")]
    [InlineData("amount", "8888", "FieldInvalid")]
    [InlineData("amount", "{\"total\":8888}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":8888,\"currency\":\"USD\"}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":\"8888\",\"currency\":\"CNY\"}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":88.5,\"currency\":\"CNY\"}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":-1,\"currency\":\"CNY\"}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":10000000001,\"currency\":\"CNY\"}", "FieldInvalid")]
    [InlineData("amount", "{\"total\":1,\"total\":8888,\"currency\":\"CNY\"}", "Malformed")]
    [InlineData("out_trade_no", "\"\\ud800\"", "OrderNumberUnknown")]
    public void A_genuine_signature_does_not_make_any_field_right(
        string name, string? raw, string refusal)
    {
        bench.Read(Notice.Raw(Notice.Body(Notice.Plain(Notice.Paid, (name, raw)))))
            .ToString().ShouldContain($"Why = {refusal} ");
    }

    [Theory]
    [InlineData("\"2026-01-02T03:04:09+08:00\"", 4)]
    [InlineData("\"2026-01-01T19:04:09Z\"", 4)]
    [InlineData("\"2026-01-02T03:04:09.5+08:00\"", 4.5)]
    [InlineData("\"2026-01-02T03:04:09.123+08:00\"", 4.123)]
    public void A_moment_may_have_fractions_and_any_zone(string raw, double seconds)
    {
        var reading = bench.Read(Notice.Raw(Notice.Body(
            Notice.Plain(Notice.Paid, ("success_time", raw)))));

        ((Succeeded)reading.ShouldBeOfType<Genuine>().Outcome).PaidAt
            .ShouldBe(A.Now.AddSeconds(seconds), TimeSpan.FromMicroseconds(1));
    }

    [Theory]
    [InlineData("SUCCESS")]
    [InlineData("CLOSED")]
    [InlineData("ABNORMAL")]
    public void A_refund_is_told_with_its_amount(string status)
    {
        var reading = bench.Read(Refund(status, ("refund_status", $"\"{status}\"")));

        reading.ShouldBe(new GenuineRefund(
            A.RefundNumber,
            status switch
            {
                "SUCCESS" => new RefundSucceeded(
                    "50300009992026010200000000001", A.Now.AddMinutes(30)),
                "CLOSED" => new RefundDeclined(status),
                _ => new RefundStuck(status),
            },
            Money.OfFen(880)));
    }

    [Theory]
    [InlineData("mchid", "\"1999000102\"", "SellerDiffers")]
    [InlineData("mchid", null, "FieldInvalid")]
    [InlineData("out_refund_no", "\"R20260102000001\"", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "\"ZZZZZZZZZZZZZZZZZZZZZZZZZZ01\"", "OrderNumberUnknown")]
    [InlineData("refund_status", "\"PROCESSING\"", "StatusUnknown")]
    [InlineData("refund_status", "\"CLOSED\"", "StatusUnknown")]
    [InlineData("refund_status", null, "StatusUnknown")]
    [InlineData("amount", null, "FieldInvalid")]
    [InlineData("amount", "{\"total\":879,\"refund\":880}", "FieldInvalid")]
    [InlineData("amount", "{\"refund\":880}", "FieldInvalid")]
    public void A_refund_that_contradicts_itself_is_refused(
        string name, string? raw, string refusal)
    {
        bench.Read(Refund("SUCCESS", (name, raw))).ToString().ShouldContain($"Why = {refusal} ");
    }

    [Fact]
    public void A_provider_is_told_of_its_merchant()
    {
        using var partner = new WeChatPayBench(
            ("mch_id", "1999000201"), ("sub_mch_id", "1999000301"));
        var fields = Notice.Paid.Where(static f => f.Name is not ("mchid" or "appid")).ToArray();
        (string, string?)[] names =
        [
            ("sp_mchid", "\"1999000201\""), ("sp_appid", "\"wx00000000000000a1\""),
            ("sub_mchid", "\"1999000301\""),
        ];

        partner.Read(Notice.Raw(Notice.Body(Notice.Plain(fields, names))))
            .ShouldBeOfType<Genuine>();
        partner.Read(Notice.Raw(Notice.Body(Notice.Plain(fields,
            [.. names, ("sub_mchid", "\"1999000302\"")]))))
            .ShouldBe(new NotAccepted(NotificationRefusal.Malformed));
        partner.Read(Notice.Raw(Notice.Body(Notice.Plain(fields,
            [names[0], names[1], ("sub_mchid", "\"1999000302\"")]))))
            .ShouldBe(new NotAccepted(NotificationRefusal.SellerDiffers));
        partner.Read(Notice.Raw(Notice.Body(Notice.Plain(Notice.Paid))))
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
        bench.Read(Notice.Raw(Notice.Body(Notice.Plain(fields, names))))
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
    }

    [Fact]
    public void The_older_interface_s_notification_is_refused_by_name()
    {
        foreach (var body in (string[])
            [
                "<xml><return_code>SUCCESS</return_code><req_info>AAAA</req_info></xml>",
                "\n <xml></xml>",
            ])
        {
            bench.Read(Notice.Raw(body, contentType: "text/xml"))
                .ShouldBe(new NotAccepted(NotificationRefusal.InterfaceUnsupported));
            bench.Read(Notice.Raw(body))
                .ShouldBe(new NotAccepted(NotificationRefusal.InterfaceUnsupported));
        }
    }

    [Fact]
    public void It_answers_as_WeChat_Pay_wants_it()
    {
        bench.Channel.Accept(null).Body.ShouldBeEmpty();
        bench.Channel.Refuse(null).ShouldBe(new NotificationReply(
            "{\"code\":\"FAIL\",\"message\":\"not accepted\"}", "application/json"));
    }

    private static RawNotification Refund(
        string told, params (string Name, string? Raw)[] changes)
        => Notice.Raw(Notice.Body(
            Notice.Plain(Notice.Refunded, changes), $"REFUND.{told}"));

    private static string? PlainOf(WeChatPayBench of, string body)
        => WeChatPayCipher.TryOpen(
            of.Account.ApiV3Key,
            WeChatPayJson.TryRead(Encoding.UTF8.GetBytes(body))!.Inner("resource"))
            is { } plain ? Encoding.UTF8.GetString(plain) : null;
}
