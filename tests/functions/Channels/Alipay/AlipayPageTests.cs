using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Web;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayPageTests : IDisposable
{
    private readonly AlipayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_page_is_a_signed_address_and_a_form_of_the_same_fields()
    {
        var handover = await OpenAsync(An.PageRequest(An.Order(body: "a \"b\" <c>&'d\\")));

        var content = $$"""
            {"out_trade_no":"{{An.Number}}","total_amount":"88.88","subject":"测试商品",
            "body":"a \"b\" <c>&'d\\","product_code":"FAST_INSTANT_TRADE_PAY",
            "time_expire":"2026-01-02 05:04:05"}
            """.ReplaceLineEndings("");
        handover.Action.OriginalString
            .ShouldBe("https://openapi.alipay.com/gateway.do?charset=utf-8");
        handover.Fields.Select(static f => $"{f.Key}={f.Value}").ShouldBe(
        [
            "app_id=2021000000000001",
            "method=alipay.trade.page.pay",
            "sign_type=RSA2",
            "timestamp=2026-01-02 03:04:05",
            "version=1.0",
            "notify_url=https://pay.example.com/notify/alipay/main?x=1&y=2",
            $"return_url=https://pay.example.com/return/alipay/{An.Id}",
            "format=JSON",
            $"biz_content={content}",
            "sign=" + Signed.By(
                AlipayVectors.Merchant,
                $"app_id=2021000000000001&biz_content={content}&charset=utf-8&format=JSON"
                + "&method=alipay.trade.page.pay"
                + "&notify_url=https://pay.example.com/notify/alipay/main?x=1&y=2"
                + $"&return_url=https://pay.example.com/return/alipay/{An.Id}"
                + "&sign_type=RSA2&timestamp=2026-01-02 03:04:05&version=1.0"),
        ]);
        AddressFields(handover, Encoding.UTF8).ShouldBe(
            handover.Fields.Append(new("charset", "utf-8")), ignoreOrder: true);
    }

    [Fact]
    public async Task A_phone_gets_its_own_method_and_a_way_back()
    {
        var handover = await OpenAsync(An.PageRequest(product: "alipay_wap"));

        Field(handover, "method").ShouldBe("alipay.trade.wap.pay");
        var content = JsonElement.Parse(Field(handover, "biz_content"));
        content.Text("product_code").ShouldBe("QUICK_WAP_WAY");
        content.Text("quit_url").ShouldBe($"https://pay.example.com/return/alipay/{An.Id}");
    }

    [Fact]
    public async Task A_gbk_account_sends_ascii_and_loses_no_character()
    {
        using var gbk = new AlipayBench(("charset", "gbk"));
        const string subject = "测试 한국 😀";

        var handover = await OpenAsync(An.PageRequest(An.Order(subject)), gbk);

        var content = Field(handover, "biz_content");
        Ascii.IsValid(content).ShouldBeTrue();
        JsonElement.Parse(content).Text("subject").ShouldBe(subject);
        handover.Action.Query.ShouldBe("?charset=gbk");
        AddressFields(handover, Signed.Gbk).ShouldBe(
            handover.Fields.Append(new("charset", "gbk")), ignoreOrder: true);
    }

    [Fact]
    public async Task We_may_act_for_another_merchant()
    {
        using var isv = new AlipayBench(
            ("secret:app_auth_token", "202601BB0123456789abcdef"),
            ("auth_app_id", "2021000000000007"));

        var handover = await OpenAsync(An.PageRequest(), isv);

        Field(handover, "app_auth_token").ShouldBe("202601BB0123456789abcdef");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public async Task A_culture_changes_nothing(string culture)
    {
        var plain = await OpenAsync(An.PageRequest());

        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        var handover = await OpenAsync(An.PageRequest());

        handover.Url.ShouldBe(plain.Url);
        handover.Fields.ShouldBe(plain.Fields);
    }

    [Theory]
    [InlineData(0, "2026-01-02 03:05:05")]
    [InlineData(30, "2026-01-02 03:05:05")]
    [InlineData(60, "2026-01-02 03:05:05")]
    [InlineData(61, "2026-01-02 03:05:06")]
    [InlineData(15 * 24 * 3600, "2026-01-17 03:04:05")]
    [InlineData((15 * 24 * 3600) + 1, "2026-01-17 03:04:05")]
    public async Task A_trade_expires_with_its_order_within_what_Alipay_takes(
        int seconds, string expiry)
    {
        var order = An.Order(lifetime: TimeSpan.FromSeconds(seconds));

        var handover = await OpenAsync(An.PageRequest(order));

        JsonElement.Parse(Field(handover, "biz_content")).Text("time_expire").ShouldBe(expiry);
    }

    [Fact]
    public async Task A_subject_is_made_fit_for_Alipay()
    {
        var order = An.Order("a/b=c&d" + new string('x', 248) + "😀", new string('测', 129));

        var content = JsonElement.Parse(
            Field(await OpenAsync(An.PageRequest(order)), "biz_content"));

        content.Text("subject").ShouldBe("a／b＝c＆d" + new string('x', 248));
        content.Text("body").ShouldBe(new string('测', 128));
    }

    [Fact]
    public async Task A_wrong_product_is_our_own_mistake_and_a_missing_account_may_come_back()
    {
        await Should.ThrowAsync<ArgumentException>(
            OpenAsync(An.PageRequest(product: "tenpay_page")));
        (await bench.Channel.OpenPageAsync(
            An.PageRequest(account: "gone"), CancellationToken.None))
            .ShouldBe(new PageUnknown("the account cannot be used"));
    }

    [Fact]
    public void It_is_found_by_name_and_product()
    {
        var router = new ChannelRouter([bench.Channel]);

        router.ForName<IReceiveNotification>("alipay").ShouldBe(bench.Channel);
        router.ForProduct<IPagePayment>("alipay_wap").ShouldBe(bench.Channel);
        router.ForProduct<ICodePayment>("alipay_qr").ShouldBe(bench.Channel);
        router.ForProduct<IBarcodePayment>("alipay_barcode").ShouldBe(bench.Channel);
        router.Products.Select(static p => (p.Name, p.Kind)).ShouldBe(
        [
            ("alipay_page", ProductKind.Page), ("alipay_wap", ProductKind.Page),
            ("alipay_qr", ProductKind.Code), ("alipay_barcode", ProductKind.Barcode),
        ]);
    }

    private static string Field(PageHandover handover, string name)
        => handover.Fields.Single(f => f.Key.Equals(name, StringComparison.Ordinal)).Value;

    private static IEnumerable<KeyValuePair<string, string>> AddressFields(
        PageHandover handover, Encoding encoding)
    {
        handover.Url.AbsoluteUri.ShouldStartWith("https://openapi.alipay.com/gateway.do?");
        var query = HttpUtility.ParseQueryString(handover.Url.Query, encoding);
        return query.AllKeys.Select(key => KeyValuePair.Create(key!, query[key]!));
    }

    private async Task<PageHandover> OpenAsync(PageRequest request, AlipayBench? other = null)
        => (await (other ?? bench).Channel.OpenPageAsync(request, CancellationToken.None))
            .ShouldBeOfType<PageReady>().Handover;
}
