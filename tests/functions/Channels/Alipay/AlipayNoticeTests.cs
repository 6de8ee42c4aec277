using System.Globalization;
using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayNoticeTests : IDisposable
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Second = "Alipay:Accounts:second:";

    private readonly AlipayBench bench = new();

    public static TheoryData<string> Notifies => AlipayVectors.Names(AlipayVectors.Notifies);

    public void Dispose() => bench.Dispose();

    [Theory]
    [MemberData(nameof(Notifies))]
    public void Every_notification_is_judged_as_the_vector_says(string name)
    {
        var vector = AlipayVectors.Named(AlipayVectors.Notifies, name);
        using var of = new AlipayBench(("Charset", vector.Text("charset")));
        var body = Encoding.ASCII.GetBytes(vector.Text("http_body"));
        var account = of.Account();

        var fault = AlipayForm.TryRead(body, account.Charset, out var form);
        var reading = of.Channel.Read(new RawNotification(
            "main", $"application/x-www-form-urlencoded; charset={vector.Text("charset")}", body));

        fault.ShouldBeNull();
        account.Charset.Encoding.GetString(form.ToSign()).ShouldBe(vector.Text("string_to_sign"));

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

            bench.Channel.Read(Notice.Paid.With("trade_status", status).Raw()).ShouldBe(
                new Genuine(An.Number, new Succeeded(
                    Money.OfFen(8888), "2026010222001455611400000001", An.Now.AddSeconds(4))));
        }
    }

    [Fact]
    public void A_trade_closed_unpaid_is_declined()
    {
        var notice = Notice.Paid.Without("gmt_payment").With("trade_status", "TRADE_CLOSED");

        bench.Channel.Read(notice.Raw())
            .ShouldBe(new Genuine(An.Number, new Declined("TRADE_CLOSED")));
    }

    [Theory]
    [InlineData("TRADE_SUCCESS", "refund_fee", "8.80")]
    [InlineData("TRADE_SUCCESS", "gmt_refund", "2026-01-03 10:00:00.123")]
    [InlineData("TRADE_CLOSED", "refund_fee", "88.88")]
    [InlineData("TRADE_CLOSED", "gmt_refund", "2026-01-03 10:00:00.123")]
    [InlineData("TRADE_FINISHED", "refund_fee", "0.01")]
    public void News_of_a_refund_is_accepted_and_moves_nothing(
        string status, string name, string value)
    {
        var notice = Notice.Paid.With("trade_status", status).With(name, value);

        bench.Channel.Read(notice.Raw()).ShouldBe(new Uninteresting("about a refund"));
    }

    [Fact]
    public void A_refund_of_nothing_is_no_refund()
    {
        bench.Channel.Read(Notice.Paid.With("refund_fee", "0.00").Raw()).ShouldBeOfType<Genuine>();
        bench.Channel.Read(Notice.Paid.With("refund_fee", "").Raw()).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void What_is_genuine_and_not_for_us_is_accepted()
    {
        bench.Channel.Read(Notice.Paid.With("trade_status", "WAIT_BUYER_PAY").Raw())
            .ShouldBe(new Uninteresting("WAIT_BUYER_PAY"));
        bench.Channel.Read(Notice.Paid.With("notify_type", "dut_user_sign").Raw())
            .ShouldBe(new Uninteresting("not about a trade"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/x-www-form-urlencoded;charset=UTF-8")]
    [InlineData("Application/X-WWW-Form-UrlEncoded; charset=\"utf-8\"")]
    public void The_content_type_may_be_written_in_many_ways(string contentType)
    {
        bench.Channel.Read(Notice.Paid.Raw(contentType: contentType)).ShouldBeOfType<Genuine>();
    }

    [Fact]
    public void A_gbk_account_is_told_in_gbk()
    {
        using var gbk = new AlipayBench(("Charset", "gbk"));
        var notice = (Notice.Paid with { Encoding = Signed.Gbk }).With("charset", "GBK");
        const string type = "application/x-www-form-urlencoded; charset=GBK";

        gbk.Channel.Read(notice.Raw(contentType: type)).ShouldBeOfType<Genuine>();
        bench.Channel.Read(notice.Raw(contentType: type))
            .ShouldBe(new NotAccepted(NotificationRefusal.CharsetUnexpected));
        gbk.Channel.Read(Notice.Paid.Raw())
            .ShouldBe(new NotAccepted(NotificationRefusal.CharsetUnexpected));
    }

    [Theory]
    [InlineData("%81")]
    [InlineData("%81%20")]
    [InlineData("%A1%7F")]
    [InlineData("%B2%E2%CA")]
    public void Invalid_gbk_is_malformed(string value)
    {
        using var gbk = new AlipayBench(("Charset", "gbk"));
        var body = (Notice.Paid with { Encoding = Signed.Gbk }).With("charset", "GBK").Body();

        gbk.Channel.Read(Notice.Raw($"{body}&memo={value}&x=abc", contentType: Form))
            .ShouldBe(new NotAccepted(NotificationRefusal.Malformed));
    }

    [Fact]
    public void Another_account_s_genuine_notification_is_refused_by_name()
    {
        using var two = new AlipayBench(
            (Second + "AppId", "2021000000000002"),
            (Second + "SellerId", "2088101106499365"),
            (Second + "SigningKey", "alipay-second"),
            (Second + "PublicKey", AlipayVectors.GatewayPem));
        var forSecond = Notice.Paid.With("app_id", "2021000000000002");

        two.Channel.Read(Notice.Paid.Raw("second"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        two.Channel.Read(forSecond.Raw("main"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AppIdDiffers));
        two.Channel.Read(forSecond.Raw("second"))
            .ShouldBe(new NotAccepted(NotificationRefusal.SellerDiffers));
        two.Channel.Read(forSecond.With("seller_id", "2088101106499365").Raw("second"))
            .ShouldBeOfType<Genuine>();
        two.Channel.Read(Notice.Paid.Raw("third"))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));
    }

    [Fact]
    public void A_notification_may_fill_the_limit_exactly()
    {
        bench.Channel.Read(OfLength(AlipayNotice.BytesMax)).ShouldBeOfType<Genuine>();
        bench.Channel.Read(OfLength(AlipayNotice.BytesMax + 1))
            .ShouldBe(new NotAccepted(NotificationRefusal.BodyTooLarge));
    }

    [Fact]
    public void It_answers_with_the_words_that_Alipay_knows()
    {
        bench.Channel.Accepted.ShouldBe("success");
        bench.Channel.NotAccepted.ShouldBe("failure");
    }

    // An empty field adds to the length and is not signed.
    private static RawNotification OfLength(int bytes)
    {
        var body = Notice.Paid.Body();
        return Notice.Raw($"{body}&{new string('x', bytes - body.Length - "&=".Length)}=");
    }
}
