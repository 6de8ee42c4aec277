using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed partial class PayPageTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public static TheoryData<string, string> BadContents => new()
    {
        { "out_trade_no", "T-1" },
        { "out_trade_no", new string('1', 65) },
        { "total_amount", "0.001" },
        { "total_amount", "0.00" },
        { "total_amount", "100000000.01" },
        { "subject", "a/b" },
        { "subject", new string('a', 257) },
        { "product_code", "FACE_TO_FACE_PAYMENT" },
        { "body", new string('a', 129) },
        { "passback_params", new string('a', 513) },
        { "timeout_express", "1.5h" },
        { "timeout_express", "16d" },
        { "time_expire", "2026-01-02" },
        { "time_expire", "2026-02-02 03:04:05" },
    };

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [MemberData(nameof(BadContents))]
    public async Task A_wrong_field_is_named_on_an_error_page(string field, string value)
    {
        var content = JsonNode.Parse(AlipayWorld.PageContent("T1"))!.AsObject();
        content[field] = value;

        using var response = await world.Page("T1")
            .With("biz_content", content.ToJsonString()).SendAsync(post: false);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        page.ShouldContain("ACQ.INVALID_PARAMETER");
        page.ShouldContain($"参数有误：{field}");
    }

    [Fact]
    public async Task An_order_whose_time_is_over_gets_an_error_page()
    {
        using var response = await world.Page("T1", ""","time_expire":"2026-01-02 03:00:00" """)
            .SendAsync(post: false);

        (await response.Content.ReadAsStringAsync())
            .ShouldContain("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR");
    }

    [Fact]
    public async Task A_bad_signature_gets_an_error_page_that_runs_nothing()
    {
        using var response = await world.Page("T1").With("sign", "<script>").SendAsync(post: false);

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("isv.invalid-signature");
        page.ShouldNotContain("<script");
        response.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldStartWith("default-src 'none'");
    }

    [Theory]
    [InlineData("alipay.trade.page.pay", "FAST_INSTANT_TRADE_PAY")]
    [InlineData("alipay.trade.wap.pay", "QUICK_WAP_WAY")]
    public async Task After_paying_the_browser_goes_back_with_a_signed_result(
        string method, string product)
    {
        var content = AlipayWorld.PageContent("T1")
            .Replace("FAST_INSTANT_TRADE_PAY", product, StringComparison.Ordinal);
        var page = await OpenAsync(
            world.Page("T1").With("method", method).With("biz_content", content));
        using var pressed = await world.Client.PostAsync($"{page}/pay", null);
        var shown = await world.Client.GetStringAsync(pressed.Headers.Location);

        var address = WebUtility.HtmlDecode(ReturnLink().Match(shown).Groups["address"].Value);

        pressed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        shown.ShouldContain("http-equiv=\"refresh\"");
        address.ShouldStartWith(world.Merchant.ReturnUrl + "?");
        var form = NoticeForm.Parse(address.Split('?')[1], Encoding.UTF8);
        form.IsGenuine.ShouldBeTrue();
        form["method"].ShouldBe(method + ".return");
        form["total_amount"].ShouldBe("88.88");
        form["timestamp"].ShouldBe("2026-01-02 03:04:05");
        form.Names.ShouldBe(
        [
            "charset", "out_trade_no", "method", "total_amount", "sign", "trade_no",
            "auth_app_id", "version", "app_id", "sign_type", "seller_id", "timestamp",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task A_merchants_own_query_stays_in_the_return_address()
    {
        await OpenAsync(world.Page("T1").With("return_url", "https://shop.example/r?a=1#top"));
        await world.PayAsync("T1");

        using var answer = await world.Client.PostAsync("/control/trades/T1/return", null);
        var visit = await answer.Content.ReadFromJsonAsync<JsonElement>();
        visit.GetProperty("url").GetString()!
            .ShouldStartWith("https://shop.example/r?a=1&charset=utf-8&");
    }

    [Fact]
    public async Task A_payer_who_pays_later_has_paid_later()
    {
        var page = await OpenAsync(world.Page("T1"));
        using var form = GatewayCaller.Form("seconds=60");
        using var pressed = await world.Client.PostAsync($"{page}/later", form);
        var waiting = await world.Client.GetStringAsync(pressed.Headers.Location);
        await world.Time.WaitIsSetAsync(TimeSpan.FromSeconds(60));
        var before = await world.QueryAsync("T1");

        world.Time.Advance(TimeSpan.FromSeconds(60));
        await world.Merchant.NextAsync();

        waiting.ShouldContain("http-equiv=\"refresh\" content=\"2\"");
        before["trade_status"].ShouldBe("WAIT_BUYER_PAY");
        (await world.QueryAsync("T1"))["trade_status"].ShouldBe("TRADE_SUCCESS");
    }

    [Fact]
    public async Task A_page_nobody_opened_is_not_found()
    {
        using var response = await world.Client.GetAsync("/cashier/nothing");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [GeneratedRegex("id=\"return\" href=\"(?<address>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReturnLink();

    private static async Task<string> OpenAsync(GatewayCaller call)
    {
        using var response = await call.SendAsync(post: false);
        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        return response.Headers.Location!.ToString();
    }
}
