using System.Net;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class PayPageTests : IAsyncLifetime
{
    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await TenpayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_correct_order_opens_a_page_by_post_and_by_get(bool post)
    {
        using var opened = await world.Page("T1").SendAsync(post);

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = await world.Client.GetStringAsync(opened.Headers.Location);
        page.ShouldContain("¥ 12.34");
        page.ShouldContain("测试商品");
    }

    [Theory]
    [InlineData("out_trade_no", "")]
    [InlineData("out_trade_no", "T-1")]
    [InlineData("out_trade_no", "T12345678901234567890123456789012")]
    [InlineData("total_fee", "")]
    [InlineData("total_fee", "0")]
    [InlineData("total_fee", "12.34")]
    [InlineData("fee_type", "2")]
    [InlineData("body", "")]
    [InlineData("body", "012345678901234567890123456789012")]
    [InlineData("notify_url", "")]
    [InlineData("return_url", "elsewhere")]
    [InlineData("spbill_create_ip", "")]
    [InlineData("spbill_create_ip", "::1")]
    [InlineData("trade_mode", "2")]
    [InlineData("bank_type", "ABCDEFGHIJKLMNOPQ")]
    [InlineData("time_expire", "2024-01-04")]
    [InlineData("time_expire", "20240103101112")]
    [InlineData("product_fee", "1233")]
    [InlineData("transport_fee", "x")]
    public async Task A_wrong_field_is_refused_by_name(string field, string value)
        => (await RefusalAsync(world.Page("T1").With(field, value))).ShouldContain(
            $"88222001 参数错误：{field}");

    [Fact]
    public async Task Goods_and_transport_make_up_the_amount()
    {
        using var opened = await world.Page("T1").With("product_fee", "1200")
            .With("transport_fee", "34").SendAsync();

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_signature_that_does_not_fit_is_refused()
    {
        (await RefusalAsync(world.Page("T1").With("sign", new string('0', 32))))
            .ShouldContain("88222002");
        (await RefusalAsync(world.Page("T1").With("sign", ""))).ShouldContain("88222002");
        (await RefusalAsync(world.Page("T1").With("sign_key_index", "2")))
            .ShouldContain("88222002");
        (await RefusalAsync(world.Page("T1").With("sign_type", "RSA")))
            .ShouldContain("88222001");
        (await RefusalAsync(world.Page("T1").With("input_charset", "BIG5")))
            .ShouldContain("88222001");
        (await RefusalAsync(world.Page("T1").With("partner", "1900000009")))
            .ShouldContain("88229101");
    }

    [Fact]
    public async Task A_number_is_for_one_order_for_ever()
    {
        using var first = await world.Page("T1").SendAsync();
        using var same = await world.Page("T1").SendAsync();

        (await RefusalAsync(world.Page("T1", fen: 1235))).ShouldContain("订单号重复");
        same.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await world.PayAsync("T1");
        (await RefusalAsync(world.Page("T1").With("body", "别的"))).ShouldContain("订单号重复");
    }

    [Fact]
    public async Task A_payer_pays_on_the_page_and_goes_back_with_what_the_merchant_is_told()
    {
        using var opened = await world.Page("T1").SendAsync();
        using var paid = await world.Client.PostAsync($"{opened.Headers.Location}/pay", null);
        var page = await world.Client.GetStringAsync(opened.Headers.Location);
        var told = await world.Merchant.NextAsync();

        paid.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        page.ShouldContain("支付成功");
        page.ShouldContain(WebUtility.HtmlEncode(world.Merchant.ReturnUrl + "?"));
        world.IsGenuine(told).ShouldBeTrue();
    }

    [Fact]
    public async Task After_its_time_nobody_pays()
    {
        using var opened = await world.Page("T1").With("time_expire", "20240103101212")
            .SendAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));

        using var late = await world.Client.PostAsync($"{opened.Headers.Location}/pay", null);
        using var control = await world.Client.PostAsync("/control/trades/T1/pay", null);

        control.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await world.Call("normalorderquery").With("out_trade_no", "T1").AskAsync()).Retcode
            .ShouldBe("88221009");
    }

    [Fact]
    public async Task The_check_of_payers_can_be_switched_on()
    {
        await using var strict = await TenpayWorld.StartAsync(
            change: static o => o with { CheckPayer = true });
        const string shop = "http://localhost/shop";

        using var right = await strict.Page("T1").SendAsync(referer: shop);
        using var elsewhere = await strict.Page("T2").SendAsync(referer: "http://x.example/");
        using var stranger = await strict.Page("T3").With("spbill_create_ip", "203.0.113.7")
            .SendAsync(referer: shop);
        using var small = await strict.Page("T4", fen: 99).SendAsync();

        right.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.OK);
        stranger.StatusCode.ShouldBe(HttpStatusCode.OK);
        small.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_open_platform_is_known_by_its_appid()
    {
        await using var open = await TenpayWorld.StartAsync(TenpayProfile.Open);

        using var opened = await open.Page("T1").InGbk().SendAsync(post: false);

        opened.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        await open.PayAsync("T2");
        (await open.ControlAsync(HttpMethod.Get, "/control/trades/T2"))
            .GetProperty("trade_no").GetString().ShouldStartWith(
                TenpayWorld.OpenNumber + "20240103");
    }

    private static async Task<string> RefusalAsync(TenpayCaller caller)
    {
        using var response = await caller.SendAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
