using System.Net;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class GatewayVectorTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public static TheoryData<string, string, string> Requests => new()
    {
        { "trade.query", "alipay_trade_query_response", "ACQ.TRADE_NOT_EXIST" },
        {
            "empty parameter dropped from string-to-sign and from the wire",
            "alipay_trade_close_response", "ACQ.TRADE_NOT_EXIST"
        },
        {
            "biz_content whitespace and escapes are signed verbatim",
            "alipay_trade_query_response", "ACQ.TRADE_NOT_EXIST"
        },
        {
            "trade.pay bar_code, Chinese subject, notify_url", "alipay_trade_pay_response", ""
        },
        { "trade.precreate with app_auth_token", "alipay_trade_precreate_response", "" },
        { "trade.refund partial", "alipay_trade_refund_response", "ACQ.TRADE_NOT_EXIST" },
        {
            "cert mode", "alipay_data_dataservice_bill_downloadurl_query_response",
            "BILL_NOT_EXIST"
        },
    };

    public async ValueTask InitializeAsync()
        => world = await AlipayWorld.StartAsync(o => o with { RefuseSpecialSubjects = false });

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_golden_request_passes_every_check_of_the_gateway(
        string name, string root, string subCode)
    {
        using var response = await SendAsync(name, static body => body);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.NonValidated["Content-Type"].ToString()
            .ShouldBe("text/html;charset=utf-8");
        var answer = await SignedAnswer.ReadAsync(response);
        answer.Root.ShouldBe(root);
        answer["sub_code"].ShouldBe(subCode);
        answer.Genuine.ShouldBe(true);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_golden_request_with_one_changed_letter_is_refused(
        string name, string root, string subCode)
    {
        subCode.ShouldNotBe("isv.invalid-signature");
        using var response = await SendAsync(
            name, static body => body.Replace("%7D", "+%7D", StringComparison.Ordinal));

        var answer = await SignedAnswer.ReadAsync(response);
        answer.Root.ShouldBe(root);
        answer["code"].ShouldBe("40002");
        answer["sub_code"].ShouldBe("isv.invalid-signature");
        answer.Genuine.ShouldBe(true);
    }

    [Fact]
    public async Task A_page_request_without_content_passes_the_signature_and_fails_after_it()
    {
        using var response = await SendAsync(
            "upper-case sorts before lower-case (ordinal)", static body => body);

        var page = await response.Content.ReadAsStringAsync();
        page.ShouldContain("isv.invalid-parameter");
        page.ShouldNotContain("isv.invalid-signature");
    }

    [Fact]
    public async Task The_page_address_of_a_vendor_sdk_opens_a_pay_page()
    {
        var query = Official("page_get_url").Split('?')[1];

        using var response = await world.Client.GetAsync($"/gateway.do?{query}");

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        var page = await world.Client.GetStringAsync(response.Headers.Location);
        page.ShouldContain("100.00");
        page.ShouldContain("&quot;");
        page.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task The_page_form_of_a_vendor_sdk_opens_a_pay_page()
    {
        var form = Official("page_post_html");
        var action = Between(form, "action=\"", "\"").Split('?')[1];
        var fields = form.Split("<input ").Skip(1).Select(static i => (
            Name: Between(i, "name=\"", "\""),
            Value: WebUtility.HtmlDecode(Between(i, "value=\"", "\""))));
        var body = string.Join('&', fields.Select(
            static f => $"{f.Name}={Uri.EscapeDataString(f.Value)}"));

        using var response = await world.Client.PostAsync(
            $"/gateway.do?{action}", GatewayCaller.Form(body));

        response.StatusCode.ShouldBe(HttpStatusCode.Found);
        response.Headers.Location!.ToString().ShouldStartWith("/cashier/");
    }

    private static string Official(string name)
        => AlipayVectors.Text(AlipayVectors.Requests, "official_npm_sdk_page_output", name);

    private static string Between(string text, string start, string end)
    {
        var at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[at..text.IndexOf(end, at, StringComparison.Ordinal)];
    }

    private Task<HttpResponseMessage> SendAsync(string name, Func<string, string> change)
    {
        var vector = AlipayVectors.Request(name);
        return world.Client.PostAsync(
            $"/gateway.do?{AlipayVectors.Text(vector, "http", "query")}",
            GatewayCaller.Form(change(AlipayVectors.Text(vector, "http", "body"))));
    }
}
