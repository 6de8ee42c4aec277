using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;

namespace PayFunctions.Tests.Channels.IPayNow;

/// <summary>Pages and codes that ipaynow answers with a link.</summary>
public sealed class IPayNowLinkTests : IAsyncLifetime
{
    private const string Link = "https://qr.example/abc?x=1&y=2";

    private IPayNowServer server = null!;

    public static TheoryData<string, string> Refusals => new()
    {
        { IPayNowProduct.Page, "weixin://wap/pay?x=1" },
        { IPayNowProduct.Page, "not an address" },
        { IPayNowProduct.Page, "https://x.example/" + new string('a', 9000) },
        { IPayNowProduct.Qr, "data:image/png;base64,iVBORw0KGgo=" },
        { IPayNowProduct.Qr, new string('a', 1025) },
        { IPayNowProduct.Qr, "weixin://x 支付" },
    };

    public async ValueTask InitializeAsync() => server = await IPayNowServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_page_is_ordered_and_the_browser_sent_to_the_link()
    {
        server.Says("WP001", Answer());

        var opening = await OpenAsync(An.PageRequest(payer: "203.0.113.9"));

        opening.ShouldBeOfType<PageReady>().Handover.Url.AbsoluteUri.ShouldBe(Link);
        var asked = server.Asked.Single();
        asked.Path.ShouldBe("/pay");
        asked.ContentType.ShouldBe("application/x-www-form-urlencoded;charset=UTF-8");
        asked.IsSigned().ShouldBeTrue();
        asked["version"].ShouldBe("1.0.0");
        asked["deviceType"].ShouldBe("0601");
        asked["outputType"].ShouldBe("1");
        asked["payChannelType"].ShouldBe("12");
        asked["consumerCreateIp"].ShouldBe("203.0.113.9");
        asked["frontNotifyUrl"].ShouldBe($"https://pay.example.com/return/ipaynow/{An.Id}");
        asked.Names.ShouldNotContain("mhtLimitPay");
    }

    [Fact]
    public async Task A_code_is_ordered_and_shown()
    {
        server.Says("WP001", Answer());

        var opening = await OpenAsync(An.PageRequest(IPayNowProduct.Qr, payer: "203.0.113.9"));

        opening.ShouldBeOfType<CodeReady>().CodeUrl.ShouldBe(Link);
        var asked = server.Asked.Single();
        asked["deviceType"].ShouldBe("08");
        asked["outputType"].ShouldBe("1");
        asked["payChannelType"].ShouldBe("13");
        asked.Names.ShouldNotContain("frontNotifyUrl");
        asked.Names.ShouldNotContain("consumerCreateIp");
        asked.Names.ShouldBe(asked.Names.Order(StringComparer.Ordinal).Where(
            static n => n != "mhtSignature").Append("mhtSignature"));
    }

    [Theory]
    [InlineData("page_device_type", "04", "deviceType", "04")]
    [InlineData("page_device_type", "04", "outputType", "0")]
    [InlineData("page_output_type", "2", "outputType", "2")]
    [InlineData("page_channel_type", "27", "payChannelType", "27")]
    [InlineData("limit_pay", "no_credit", "mhtLimitPay", "no_credit")]
    [InlineData("version", "1.0.4", "version", "1.0.4")]
    public async Task A_setting_decides_what_is_uncertain(
        string setting, string value, string field, string sent)
    {
        server.Says("WP001", Answer().With("version", "1.0.4"));

        await OpenAsync(An.PageRequest(), (setting, value));

        server.Asked[0][field].ShouldBe(sent);
    }

    [Theory]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("2001:db8:1111:2222:3333:4444:5555:6666", null)]
    public async Task The_payers_address_is_sent_where_the_field_has_room(
        string payer, string? sent)
    {
        server.Says("WP001", Answer());

        await OpenAsync(An.PageRequest(payer: payer));

        server.Asked[0]["consumerCreateIp"].ShouldBe(sent);
    }

    [Fact]
    public async Task A_link_that_is_escaped_twice_is_unescaped()
    {
        server.Says("WP001", Answer().With("tn", Uri.EscapeDataString(Link)));

        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageReady>()
            .Handover.Url.AbsoluteUri.ShouldBe(Link);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_link_that_cannot_be_used_is_refused_in_a_sentence(
        string product, string link)
    {
        server.Says("WP001", Answer().With("tn", link));

        (await OpenAsync(An.PageRequest(product))).ShouldBeOfType<PageRefused>()
            .Reason.ShouldStartWith("ipaynow answered ");
    }

    [Fact]
    public async Task Output_0_may_also_be_a_text_that_can_be_shown()
    {
        server.Says("WP001", Answer().With("tn", "weixin://wxpay/bizpayurl?pr=x"));

        var opening = await OpenAsync(
            An.PageRequest(IPayNowProduct.Qr), ("qr_output_type", "0"));

        opening.ShouldBeOfType<CodeReady>().CodeUrl.ShouldBe("weixin://wxpay/bizpayurl?pr=x");
        server.Asked[0]["outputType"].ShouldBe("0");
    }

    [Fact]
    public async Task A_refusal_counts_where_ipaynow_has_no_such_order()
    {
        server.Says("WP001", Failed("WP001")).Says("MQ002", Failed("MQ002"));

        var opening = await OpenAsync(An.PageRequest());

        opening.ShouldBeOfType<PageRefused>().Reason
            .ShouldBe("A002 E002#订单初始化[商户应用信息未配置]");
        server.Asked[1]["deviceType"].ShouldBe("0601");
    }

    [Fact]
    public async Task A_refusal_does_not_count_where_the_order_may_have_been_opened_before()
    {
        server.Says("WP001", Failed("WP001"))
            .Says("MQ002", Failed("MQ002").With("responseCode", "A001")
                .With("transStatus", "A004"));

        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageUnknown>();
    }

    [Fact]
    public async Task A_refusal_does_not_count_where_nobody_can_tell()
    {
        server.Says("WP001", Failed("WP001")).Says("MQ002", "no form");

        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageUnknown>();
    }

    [Theory]
    [InlineData("A003")]
    [InlineData("A004")]
    [InlineData("B001")]
    [InlineData("")]
    public async Task Any_other_code_is_unknown(string code)
    {
        server.Says("WP001", Answer().With("responseCode", code));

        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageUnknown>();
    }

    [Fact]
    public async Task An_answer_without_a_link_or_about_another_trade_is_unknown()
    {
        server.Says("WP001", Answer().Without("tn"));
        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageUnknown>();

        server.Says("WP001", Answer().With("mhtOrderNo", "M20240102000001"));
        (await OpenAsync(An.PageRequest())).ShouldBeOfType<PageUnknown>();
    }

    [Theory]
    [InlineData(IPayNowProduct.Page, "page_channel_type")]
    [InlineData(IPayNowProduct.Qr, "qr_channel_type")]
    public async Task A_product_without_its_way_to_pay_is_refused_in_a_sentence(
        string product, string setting)
    {
        var opening = await OpenAsync(An.PageRequest(product), (setting, ""));

        opening.ShouldBeOfType<PageRefused>().Reason.ShouldBe(
            $"{product} needs the account's setting {setting}: set it, or take the product "
            + "from the account.");
        server.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("WP001")]
    [InlineData("B003")]
    public async Task Profile_a_takes_a_link_too_where_a_setting_says_so(string funcode)
    {
        server.Says("WP001", Answer().Without("version").With("funcode", funcode) with
        {
            SignsType = false,
        });
        using var bench = new IPayNowBench(
            IPayNowProfile.A, server.Address, ("page_link", "yes"), ("page_channel_type", "13"),
            ("page_device_type", "06"));

        var opening = await bench.Channel.OpenPageAsync(
            An.PageRequest(payer: "203.0.113.9"), CancellationToken.None);

        opening.ShouldBeOfType<PageReady>().Handover.Url.AbsoluteUri.ShouldBe(Link);
        var asked = server.Asked.Single();
        asked.IsSigned("funcode", "deviceType", "mhtSignType").ShouldBeTrue();
        asked.Names.ShouldNotContain("outputType");
        asked.Names.ShouldNotContain("consumerCreateIp");
        asked.Names.ShouldNotContain("version");
    }

    private static Said Answer() => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("funcode", "WP001"),
        ("mhtOrderNo", An.Number.ToString()),
        ("nowPayOrderNo", "2003012024010200000001"),
        ("responseCode", "A001"),
        ("responseMsg", "E000#成功[成功]"),
        ("responseTime", "20240102101113"),
        ("signType", "MD5"),
        ("tn", Link),
        ("version", "1.0.0"));

    private static Said Failed(string funcode) => Said.Of(
        ("appId", IPayNowVectors.AppId),
        ("funcode", funcode),
        ("mhtOrderNo", An.Number.ToString()),
        ("responseCode", "A002"),
        ("responseMsg", "E002#订单初始化[商户应用信息未配置]"),
        ("responseTime", "20240102101113"),
        ("signType", "MD5"),
        ("version", "1.0.0"));

    private async Task<PageOpening> OpenAsync(
        PageRequest request, params (string Name, string Value)[] settings)
    {
        using var bench = new IPayNowBench(IPayNowProfile.B, server.Address, settings);
        return request.Attempt.Product == IPayNowProduct.Page
            ? await bench.Channel.OpenPageAsync(request, CancellationToken.None)
            : await bench.Channel.OpenCodeAsync(request, CancellationToken.None);
    }
}
