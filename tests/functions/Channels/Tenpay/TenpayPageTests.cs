using System.Text;
using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>What the payer's browser carries to Tenpay.</summary>
public sealed class TenpayPageTests : IDisposable
{
    private readonly TenpayBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task An_address_of_the_open_platform_says_everything()
    {
        bench.Change(TenpayBench.Open, ("input_charset", null));

        var handover = await OpenAsync(TenpayBench.Open);

        var sign = Said.Sign(Said.Pairs(Query(handover.Url), Said.Gbk), TenpayVectors.OpenKey,
            Said.Gbk);
        handover.Url.AbsoluteUri.ShouldBe(
            "https://api.tenpay.com/gateway/pay.htm?appid=0000000099&bank_type=DEFAULT"
            + "&body=%B2%E2%CA%D4%C9%CC%C6%B7&fee_type=1&input_charset=GBK"
            + "&notify_url=https%3A%2F%2Fpay.example.com%2Fnotify%2Ftenpay%2Fmain"
            + $"&out_trade_no={A.Number}"
            + $"&return_url=https%3A%2F%2Fpay.example.com%2Freturn%2Ftenpay%2F{A.Id}"
            + "&sign_type=MD5&spbill_create_ip=203.0.113.7&time_expire=20240102121112"
            + $"&total_fee=1234&sign={sign}");
    }

    [Fact]
    public async Task The_gateway_names_a_partner_and_has_its_own_address()
    {
        var handover = await OpenAsync(TenpayBench.Gateway);

        handover.Url.AbsoluteUri.ShouldStartWith("https://gw.tenpay.com/gateway/pay.htm?bank_type");
        var said = Said.Pairs(Query(handover.Url));
        said["partner"].ShouldBe(TenpayBench.Partner);
        said.ShouldNotContainKey("appid");
        said["sign"].ShouldBe(Said.Sign(said, TenpayVectors.GatewayKey));
    }

    [Fact]
    public async Task A_form_is_signed_in_the_charset_that_browsers_send_it_in()
    {
        bench.Change(TenpayBench.Gateway, ("input_charset", "GBK"));

        var handover = await OpenAsync(TenpayBench.Gateway);

        handover.Action.AbsoluteUri.ShouldBe("https://gw.tenpay.com/gateway/pay.htm");
        var fields = handover.Fields.ToDictionary(StringComparer.Ordinal);
        fields["input_charset"].ShouldBe("UTF-8");
        fields["body"].ShouldBe("测试商品");
        fields["sign"].ShouldBe(Said.Sign(fields, TenpayVectors.GatewayKey));
    }

    [Fact]
    public async Task The_same_attempt_is_the_same_address()
        => (await OpenAsync(TenpayBench.Open)).Url.ShouldBe(
            (await OpenAsync(TenpayBench.Open)).Url);

    [Fact]
    public async Task A_bank_a_key_and_an_address_of_one_s_own_are_said()
    {
        bench.Change(
            TenpayBench.Gateway, ("bank_type", "CMB_FP"), ("sign_key_index", "3"),
            ("base_uri", "http://127.0.0.1:7091/tenpay/"));

        var handover = await OpenAsync(TenpayBench.Gateway);

        handover.Url.AbsoluteUri.ShouldStartWith("http://127.0.0.1:7091/tenpay/gateway/pay.htm?");
        var said = Said.Pairs(Query(handover.Url));
        said["bank_type"].ShouldBe("CMB_FP");
        said["sign_key_index"].ShouldBe("3");
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8::1", "192.0.2.1")]
    [InlineData(null, "192.0.2.1")]
    public async Task The_payer_has_an_IPv4_address_or_the_registered_one(
        string? payer, string said)
    {
        bench.Change(TenpayBench.Open, ("payer_ip_fallback", "192.0.2.1"));

        var opened = await bench.Channel.OpenPageAsync(
            A.Page(TenpayBench.Open, payer: payer), CancellationToken.None);

        Said.Pairs(Query(opened.ShouldBeOfType<PageReady>().Handover.Url))["spbill_create_ip"]
            .ShouldBe(said);
    }

    [Theory]
    [InlineData("2001:db8::1")]
    [InlineData(null)]
    public async Task Without_any_address_the_page_is_refused_with_what_to_do(string? payer)
        => (await bench.Channel.OpenPageAsync(
                A.Page(TenpayBench.Open, payer: payer), CancellationToken.None))
            .ShouldBeOfType<PageRefused>().Reason.ShouldContain("payer_ip_fallback");

    [Fact]
    public async Task An_address_of_ours_that_is_too_long_is_refused()
    {
        var long256 = "https://pay.example.com/notify/tenpay/" + new string('a', 218);

        (await bench.Channel.OpenPageAsync(
            A.Page(TenpayBench.Open, notifyUrl: long256[..255]), CancellationToken.None))
            .ShouldBeOfType<PageReady>();
        (await bench.Channel.OpenPageAsync(
            A.Page(TenpayBench.Open, notifyUrl: long256), CancellationToken.None))
            .ShouldBeOfType<PageRefused>();
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
        => (await bench.Channel.OpenPageAsync(A.Page("gone"), CancellationToken.None))
            .ShouldBeOfType<PageUnknown>();

    [Theory]
    [InlineData("测试商品", "UTF-8", null, "测试商品")]
    [InlineData("测试商品", "UTF-8", "bytes", "测试商品")]
    [InlineData("测试商品测试商品测试商品", "UTF-8", "bytes", "测试商品测试商品测试")]
    [InlineData("测试商品测试商品测试商品测试商品测试", "GBK", "bytes", "测试商品测试商品测试商品测试商品")]
    [InlineData("测试商品测试商品测试商品测试商品测试", "GBK", "characters", "测试商品测试商品测试商品测试商品测试")]
    [InlineData("012345678901234567890123456789a😀", null, null, "012345678901234567890123456789a")]
    [InlineData("茶😀茶", "GBK", null, "茶?茶")]
    [InlineData("茶😀茶", "UTF-8", null, "茶😀茶")]
    [InlineData("a&b=c/d", "GBK", null, "a&b=c/d")]
    public async Task A_subject_becomes_a_body_of_at_most_32(
        string subject, string? charset, string? unit, string body)
    {
        bench.Change(
            TenpayBench.Open, ("input_charset", charset ?? "UTF-8"), ("body_unit", unit));
        var encoding = charset == "GBK" ? Said.Gbk : Encoding.UTF8;

        var handover = await OpenAsync(TenpayBench.Open, A.Order(subject));

        var said = Said.Pairs(Query(handover.Url), encoding);
        said["body"].ShouldBe(body);
        said["sign"].ShouldBe(Said.Sign(said, TenpayVectors.OpenKey, encoding));
    }

    [Fact]
    public void The_product_has_names_in_both_languages()
    {
        var product = bench.Channel.Products.ShouldHaveSingleItem();

        product.ShouldBe(new ChannelProduct("tenpay_page", ProductKind.Page, "财付通", "Tenpay"));
        bench.Channel.Name.ShouldBe("tenpay");
    }

    private static string Query(Uri url) => url.Query.TrimStart('?');

    private async Task<PageHandover> OpenAsync(string account, Order? order = null)
        => (await bench.Channel.OpenPageAsync(
                A.Page(account, order), CancellationToken.None))
            .ShouldBeOfType<PageReady>().Handover;
}
