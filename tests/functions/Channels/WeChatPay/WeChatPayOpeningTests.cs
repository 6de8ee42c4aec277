using System.Globalization;
using System.Text.Json;
using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Trades that are not paid yet: codes, pages, wallets.</summary>
public sealed class WeChatPayOpeningTests : IAsyncLifetime
{
    private const string Native = "/transactions/native";
    private const string H5 = "/transactions/h5";
    private const string Jsapi = "/transactions/jsapi";
    private const string App = "/transactions/app";
    private const string Code = """{"code_url":"weixin://wxpay/bizpayurl?pr=TESTonly01"}""";
    private const string Prepay = """{"prepay_id":"wx0203040500000000000000000000010000"}""";

    private static readonly string Close = $"/out-trade-no/{A.Number}/close";

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await WeChatPayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_code_is_asked_for_with_the_order_its_end_and_where_to_notify()
    {
        talk.Says(Native, Code);

        var opened = await OpenCodeAsync();

        opened.ShouldBe(new CodeReady("weixin://wxpay/bizpayurl?pr=TESTonly01"));
        talk.Body(Native).ShouldBe(
            "{\"appid\":\"wx00000000000000a1\",\"mchid\":\"1999000101\","
            + $"\"description\":\"测试商品\",\"out_trade_no\":\"{A.Number}\","
            + "\"amount\":{\"total\":8888,\"currency\":\"CNY\"},"
            + "\"time_expire\":\"2026-01-02T05:04:05+08:00\","
            + "\"notify_url\":\"https://pay.example.com/notify/wechatpay/main\"}");
        talk.Bench.Signatures.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_attempt_is_said_in_the_same_words()
    {
        talk.Says(Native, Code);

        foreach (var after in (int[])[0, 30, 59])
        {
            await talk.Channel.OpenCodeAsync(
                A.PageRequest(
                    "wechatpay_native", A.Order(lifetime: TimeSpan.FromSeconds(90)),
                    after: TimeSpan.FromSeconds(after)),
                CancellationToken.None);
        }

        talk.Host.Asked.Select(static a => a.Body).Distinct(StringComparer.Ordinal)
            .ShouldHaveSingleItem()
            .ShouldContain("\"time_expire\":\"2026-01-02T03:06:05+08:00\"");
    }

    [Fact]
    public async Task An_order_in_its_last_minute_is_not_posted()
    {
        var opened = await talk.Channel.OpenCodeAsync(
            A.PageRequest(
                "wechatpay_native", A.Order(lifetime: TimeSpan.FromSeconds(150)),
                after: TimeSpan.FromSeconds(91)),
            CancellationToken.None);

        opened.ShouldBe(new PageUnknown("the order ends within a minute"));
        talk.Host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_asked_for_with_the_payer_s_address_and_leads_back()
    {
        const string page = "https://wx.tenpay.com/cgi-bin/mmpayweb?prepay_id=1&package=2";
        talk.Says(H5, $$"""{"h5_url":"{{page}}"}""");

        var opened = await talk.Channel.OpenPageAsync(
            A.PageRequest("wechatpay_h5"), CancellationToken.None);

        var handover = opened.ShouldBeOfType<PageReady>().Handover;
        handover.Url.AbsoluteUri.ShouldBe(
            $"{page}&redirect_url="
            + $"https%3A%2F%2Fpay.example.com%2Freturn%2Fwechatpay%2F{A.Id}");
        handover.Fields.ShouldBeEmpty();
        handover.NamesOrigin.ShouldBeTrue();
        talk.Body(H5).ShouldEndWith(
            "\"scene_info\":{\"payer_client_ip\":\"203.0.113.9\","
            + "\"h5_info\":{\"type\":\"Wap\"}}}");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_payer_without_an_address_needs_another(string? address)
    {
        await using var with = await WeChatPayTalk.StartAsync(
            ("payer_ip_fallback", "2001:db8::7"));
        with.Says(H5, """{"h5_url":"https://wx.tenpay.com/x?prepay_id=1"}""");
        var request = A.PageRequest("wechatpay_h5", address: address);

        var without = await talk.Channel.OpenPageAsync(request, CancellationToken.None);
        var opened = await with.Channel.OpenPageAsync(request, CancellationToken.None);

        without.ShouldBeOfType<PageRefused>().Reason.ShouldContain("payer_ip_fallback");
        opened.ShouldBeOfType<PageReady>();
        with.Body(H5).ShouldContain("\"payer_client_ip\":\"2001:db8::7\"");
    }

    [Fact]
    public async Task A_page_within_WeChat_is_given_what_it_needs_signed_a_second_time()
    {
        talk.Says(Jsapi, Prepay);

        var opened = await OpenWalletAsync("wechatpay_jsapi", "oTEST-1");

        var ready = opened.ShouldBeOfType<WalletReady>();
        ready.Bridge.ShouldBe(new WalletBridge(
            "WeixinJSBridge", "WeixinJSBridgeReady", "invoke", "getBrandWCPayRequest"));
        ready.Parameters.Select(static p => p.Key).ShouldBe(
            ["appId", "timeStamp", "nonceStr", "package", "signType", "paySign"]);
        ready.Parameters[3].Value.ShouldBe("prepay_id=wx0203040500000000000000000000010000");
        IsSigned(ready, "appId", "timeStamp", "nonceStr", ready.Parameters[3].Value)
            .ShouldBeTrue();
        talk.Body(Jsapi).ShouldEndWith("\"payer\":{\"openid\":\"oTEST-1\"}}");
        talk.Bench.Signatures.ShouldBe(2);
        talk.Channel.NeedsPayer("wechatpay_jsapi").ShouldBeTrue();
    }

    [Fact]
    public async Task An_application_is_given_what_it_needs()
    {
        talk.Says(App, Prepay);

        var ready = (await OpenWalletAsync("wechatpay_app", null)).ShouldBeOfType<WalletReady>();

        ready.Bridge.ShouldBeNull();
        ready.Parameters.Select(static p => p.Key).ShouldBe(
            ["appid", "partnerid", "prepayid", "package", "noncestr", "timestamp", "sign"]);
        ready.Parameters[1].Value.ShouldBe("1999000101");
        IsSigned(
            ready, "appid", "timestamp", "noncestr", "wx0203040500000000000000000000010000")
            .ShouldBeTrue();
        talk.Body(App).ShouldNotContain("payer");
        talk.Channel.NeedsPayer("wechatpay_app").ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_within_WeChat_needs_a_payer()
    {
        (await OpenWalletAsync("wechatpay_jsapi", null)).ShouldBeOfType<PageRefused>();
        talk.Host.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "sp_openid", "wx00000000000000a1")]
    [InlineData("wx00000000000000b2", "sub_openid", "wx00000000000000b2")]
    public async Task A_provider_opens_for_its_merchant(
        string? subApp, string payer, string appId)
    {
        await using var partner = await WeChatPayTalk.StartAsync(
            ("sub_mch_id", "1999000301"), ("sub_app_id", subApp));
        partner.Says("/v3/pay/partner/transactions/jsapi", Prepay);

        var opened = await partner.Channel.OpenWalletAsync(
            A.PageRequest("wechatpay_jsapi", A.Order(payer: "oTEST-1")), CancellationToken.None);

        opened.ShouldBeOfType<WalletReady>().Parameters[0].Value.ShouldBe(appId);
        var body = JsonDocument.Parse(partner.Body("/jsapi")).RootElement;
        body.GetProperty("payer").Text(payer).ShouldBe("oTEST-1");
        body.Text("sp_mchid").ShouldBe("1999000101");
        body.Text("sub_mchid").ShouldBe("1999000301");
        body.Text("sp_appid").ShouldBe("wx00000000000000a1");
        body.TryGetProperty("sub_appid", out _).ShouldBe(subApp is not null);
    }

    [Theory]
    [InlineData("code_url", "")]
    [InlineData("other", "x")]
    public async Task An_answer_without_a_code_teaches_nothing(string name, string value)
    {
        talk.Says(Native, $$"""{"{{name}}":"{{value}}"}""");

        (await OpenCodeAsync()).ShouldBe(new PageUnknown("the answer has no readable code_url"));
    }

    [Theory]
    [InlineData(400, "PARAM_ERROR")]
    [InlineData(400, "INVALID_REQUEST")]
    [InlineData(400, "APPID_MCHID_NOT_MATCH")]
    [InlineData(403, "NO_AUTH")]
    [InlineData(403, "NOAUTH")]
    [InlineData(403, "RULE_LIMIT")]
    [InlineData(403, "OUT_TRADE_NO_USED")]
    [InlineData(500, "OPENID_MISMATCH")]
    public async Task A_number_that_is_given_up_is_closed_first(int status, string code)
    {
        talk.Refuses(Native, status, code);
        talk.Says(Close);

        var refused = await OpenCodeAsync();
        talk.Refuses(Close, 500, "SYSTEM_ERROR");
        var unsure = await OpenCodeAsync();
        talk.Refuses(Close, 400, "ORDER_PAID");
        var paid = await OpenCodeAsync();

        var reason = string.Create(CultureInfo.InvariantCulture, $"{status} {code}");
        refused.ShouldBe(new PageRefused(reason));
        unsure.ShouldBe(new PageUnknown(reason));
        paid.ShouldBe(new PageUnknown(reason));
    }

    [Theory]
    [InlineData(400, "ORDER_CLOSED", true)]
    [InlineData(400, "ORDERCLOSED", true)]
    [InlineData(400, "ORDER_PAID", false)]
    [InlineData(401, "SIGN_ERROR", false)]
    [InlineData(429, "RATELIMIT_EXCEEDED", false)]
    [InlineData(429, "PARAM_ERROR", false)]
    [InlineData(500, "SYSTEM_ERROR", false)]
    [InlineData(500, "PARAM_ERROR", false)]
    [InlineData(503, null, false)]
    [InlineData(400, null, false)]
    [InlineData(400, "SOMETHING_NEW", false)]
    [InlineData(404, null, false)]
    public async Task What_is_sure_by_itself_closes_nothing(
        int status, string? code, bool isRefused)
    {
        talk.Refuses(Native, status, code);

        var opened = await OpenCodeAsync();

        (opened is PageRefused).ShouldBe(isRefused, opened.ToString());
        talk.Targets.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_address_of_ours_that_is_too_long_is_refused_here()
    {
        var long1 = new Uri("https://pay.example.com/" + new string('a', 232));

        var opened = await talk.Channel.OpenCodeAsync(
            A.PageRequest("wechatpay_native", notifyUrl: long1), CancellationToken.None);

        opened.ShouldBeOfType<PageRefused>();
        talk.Host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_are_said_as_far_as_they_can_be()
    {
        talk.Says(Native, Code);

        await talk.Channel.OpenCodeAsync(
            A.PageRequest("wechatpay_native", A.Order("🍵红茶\n" + new string('长', 50))),
            CancellationToken.None);

        talk.Body(Native).ShouldContain($"\"description\":\"?红茶 {new string('长', 39)}\"");
    }

    private Task<PageOpening> OpenCodeAsync()
        => talk.Channel.OpenCodeAsync(A.PageRequest("wechatpay_native"), CancellationToken.None);

    private Task<PageOpening> OpenWalletAsync(string product, string? payer)
        => talk.Channel.OpenWalletAsync(
            A.PageRequest(product, A.Order(payer: payer)), CancellationToken.None);

    private static bool IsSigned(
        WalletReady ready, string app, string timestamp, string nonce, string subject)
    {
        string Of(string name) => ready.Parameters.Single(p => p.Key == name).Value;
        return WeChatPayVectors.Merchant.VerifyData(
            System.Text.Encoding.UTF8.GetBytes(
                $"{Of(app)}\n{Of(timestamp)}\n{Of(nonce)}\n{subject}\n"),
            Convert.FromBase64String(ready.Parameters[^1].Value),
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            System.Security.Cryptography.RSASignaturePadding.Pkcs1);
    }
}
