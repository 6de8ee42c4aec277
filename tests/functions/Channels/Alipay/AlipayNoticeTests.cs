using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayNoticeTests : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Second = "second/";

    private readonly AlipayBench bench = new();

    public static TheoryData<string> Notifies => AlipayVectors.Names(AlipayVectors.Notifies);

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Notifies))]
    public void Every_notification_is_judged_as_the_vector_says(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Notifies, name);
        using var of = new AlipayBench(("charset", vector.Text("charset")));
        var body = Encoding.ASCII.GetBytes(vector.Text("http_body"));
        var account = of.Account();

        var fault = FormPairs.TryRead(body, account.Charset.Encoding, out var form);
        var reading = of.Read(Notice.Raw(
            vector.Text("http_body"), contentType: $"{Form}; charset={vector.Text("charset")}"));

        fault.ShouldBeNull();
        account.Charset.Encoding.GetString(AlipaySignature.ToSign(form))
            .ShouldBe(vector.Text("string_to_sign"));

        // The vectors' order numbers are not of our shape: that is looked at after the signature.
        reading.ShouldBe(new NotAccepted(vector.GetProperty("expected_verify").GetBoolean()
            ? NotificationRefusal.OrderNumberUnknown
            : NotificationRefusal.SignatureWrong));
    }

    [Theory]
    [InlineData("TRADE_SUCCESS")]
    [InlineData("TRADE_FINISHED")]
    public void A_paid_trade_has_succeeded_in_every_culture(string status)
    {
        foreach (var culture in (string[])["", "tr-TR", "zh-CN", "ar-SA"])
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            bench.Read(Notice.Paid.With("trade_status", status).Raw()).ShouldBe(
                new Genuine(An.Number, new Succeeded(
                    Money.OfFen(8888), "2026010222001455611400000001", An.Now.AddSeconds(4))));
        }
    }

    [Fact]
    public void A_trade_closed_unpaid_is_declined()
    {
        var notice = Notice.Paid.Without("gmt_payment").With("trade_status", "TRADE_CLOSED");

        bench.Read(notice.Raw())
            .ShouldBe(new Genuine(An.Number, new Declined("TRADE_CLOSED")));
    }

    [Fact]
    public void A_refund_of_nothing_is_no_refund()
    {
        bench.Read(Notice.Paid.With("refund_fee", "0.00").Raw()).ShouldBeOfType<Genuine>();
        bench.Read(Notice.Paid.With("refund_fee", "").Raw()).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void What_is_genuine_and_not_for_us_is_accepted()
    {
        bench.Read(Notice.Paid.With("trade_status", "WAIT_BUYER_PAY").Raw())
            .ShouldBe(new Uninteresting("WAIT_BUYER_PAY"));
        bench.Read(Notice.Paid.With("notify_type", "servicewindow_follow").Raw())
            .ShouldBe(new Uninteresting("not about a trade"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded;charset=UTF-8")]
    [InlineData("Application/X-WWW-Form-UrlEncoded; charset=\"utf-8\"")]
    public void The_content_type_may_be_written_in_many_ways(string contentType)
    {
        bench.Read(Notice.Paid.Raw(contentType: contentType)).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void A_gbk_account_is_told_in_gbk()
    {
        using var gbk = new AlipayBench(("charset", "gbk"));
        var notice = (Notice.Paid with { Encoding = Signed.Gbk }).With("charset", "GBK");
        const string type = "application/x-www-form-urlencoded; charset=GBK";

        gbk.Read(notice.Raw(contentType: type)).ShouldBeOfType<Genuine>();
        bench.Read(notice.Raw(contentType: type))
            .ShouldBe(new NotAccepted(NotificationRefusal.CharsetUnexpected));
        gbk.Read(Notice.Paid.Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.CharsetUnexpected));
    }

    [Theory]
    [InlineData("%81")]
    [InlineData("%81%20")]
    [InlineData("%A1%7F")]
    [InlineData("%B2%E2%CA")]
    public void Invalid_gbk_is_malformed(string value)
    {
        using var gbk = new AlipayBench(("charset", "gbk"));
        var body = (Notice.Paid with { Encoding = Signed.Gbk }).With("charset", "GBK").Body();

        gbk.Read(Notice.Raw($"{body}&memo={value}&x=abc", contentType: Form))
            .ShouldBe(new NotAccepted(NotificationRefusal.Malformed));
    }

    [Fact]
    public void Another_account_s_genuine_notification_is_refused_by_name()
    {
        using var two = new AlipayBench(
            (Second + "app_id", "2021000000000002"),
            (Second + "seller_id", "2088101106499365"),
            (Second + "signing_key", "alipay-second"),
            (Second + "public_key", AlipayVectors.GatewayPem));
        var forSecond = Notice.Paid.With("app_id", "2021000000000002")
            .With("auth_app_id", "2021000000000002");

        two.Read(Notice.Paid.Raw("second"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        two.Read(forSecond.Raw("main"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        two.Read(forSecond.Raw("second"))
            .ShouldBe(new NotAccepted(NotificationRefusal.SellerDiffers));
        two.Read(forSecond.With("seller_id", "2088101106499365").Raw("second"))
            .ShouldBeOfType<Genuine>();
        two.Read(Notice.Paid.Raw("third"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));
    }

    [Fact]
    public void Who_acts_for_another_merchant_is_told_of_that_merchant_s_application()
    {
        using var isv = new AlipayBench(
            ("secret:app_auth_token", "202601BB01"), ("auth_app_id", "2021000000000007"));
        var notice = Notice.Paid.With("auth_app_id", "2021000000000007");

        isv.Read(notice.Raw()).ShouldBeOfType<Genuine>();
        isv.Read(Notice.Paid.Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        isv.Read(notice.Without("auth_app_id").Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.FieldInvalid));
        bench.Read(Notice.Paid.Without("auth_app_id").Raw()).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void A_notification_may_fill_the_limit_exactly()
    {
        bench.Read(OfLength(AlipayNotice.BytesMax)).ShouldBeOfType<Genuine>();
        bench.Read(OfLength(AlipayNotice.BytesMax + 1))
            .ShouldBe(new NotAccepted(NotificationRefusal.BodyTooLarge));
    }

    [Fact]
    public void It_answers_with_the_words_that_Alipay_knows()
    {
        bench.Channel.Accept(null).ShouldBe(new NotificationReply("success"));
        bench.Channel.Refuse(null).ShouldBe(new NotificationReply("failure"));
    }

    // An empty field adds to the length and is not signed.
    private static RawNotification OfLength(int bytes)
    {
        var body = Notice.Paid.Body();
        return Notice.Raw($"{body}&{new string('x', bytes - body.Length - "&=".Length)}=");
    }
}
