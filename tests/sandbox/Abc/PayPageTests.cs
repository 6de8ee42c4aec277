using System.Net;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Abc;

namespace PayFunctions.Tests.Sandbox.Abc;

public sealed partial class PayPageTests : WorldTests
{
    [Fact]
    public async Task The_token_leads_to_the_page_and_another_one_nowhere()
    {
        var page = await PageAsync();

        var shown = await World.Client.GetStringAsync(page);
        using var nowhere = await World.Client.GetAsync(
            "/EbusPerbankFront/PaymentModeNewAct?TOKEN=17689868990000000001");

        shown.ShouldContain("¥ 88.88");
        shown.ShouldContain("测试商品");
        nowhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_server_notifies_and_the_browser_goes_where_the_merchant_says()
    {
        var page = await PageAsync();

        using var pressed = await World.Client.PostAsync($"{page}/pay", null);
        var shown = await World.Client.GetStringAsync(page);

        var notice = NoticeXml.Read((await World.Merchant.NextAsync()).Body);
        notice.IsGenuine.ShouldBeTrue();
        notice["ReturnCode"].ShouldBe("0000");
        notice["MerchantID"].ShouldBe(AbcVectors.MerchantId);
        notice["TrxType"].ShouldNotBe("PayReq");
        notice["OrderNo"].ShouldBe("T1");
        notice["Amount"].ShouldBe("88.88");
        notice["HostDate"].ShouldBe("2026/01/02");
        notice["HostTime"].ShouldBe("03:04:05");
        notice["MerchantRemarks"].ShouldBe("学费");
        notice["NotifyType"].ShouldBe("1");
        notice["iRspRef"].ShouldBe("9026010203040500001");
        notice["JrnNo"].ShouldBe(" 123000001");
        shown.ShouldContain($"content=\"1;url={World.Merchant.ReturnUrl}\"");
        World.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Theory]
    [InlineData("success", 200)]
    [InlineData("<URL></URL>", 200)]
    [InlineData("<URL>javascript:alert(1)</URL>", 200)]
    [InlineData("<URL>http://127.0.0.1/</URL>", 503)]
    public async Task Without_a_page_of_the_merchants_the_browser_brings_the_message_itself(
        string said, int status)
    {
        World.Merchant.Answer = said;
        World.Merchant.Status = status;
        var page = await PageAsync();

        using var pressed = await World.Client.PostAsync($"{page}/pay", null);
        var shown = await World.Client.GetStringAsync(page);
        var sent = await World.Merchant.NextAsync();

        shown.ShouldContain($"action=\"{World.Merchant.NotifyUrl}\"");
        $"MSG={WebUtility.UrlEncode(Message(shown))}".ShouldBe(sent.Body);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_made_up_for_by_the_browser_and_again()
    {
        World.Merchant.Answer = "not yet";
        var page = await PageAsync();
        using var pressed = await World.Client.PostAsync($"{page}/pay", null);
        await World.Merchant.NextAsync();
        await World.Time.WaitIsSetAsync(AbcSimulator.NotificationGaps[0]);
        World.Merchant.Answer = $"<URL>{World.Merchant.ReturnUrl}</URL>";

        World.Time.Advance(AbcSimulator.NotificationGaps[0]);
        await World.Merchant.NextAsync();

        await ShownAsync(page, $"url={World.Merchant.ReturnUrl}");
    }

    [Fact]
    public async Task Where_the_browser_notifies_the_server_is_silent()
    {
        var page = await PageAsync(notifyType: "0");

        using var pressed = await World.Client.PostAsync($"{page}/pay", null);
        var shown = await World.Client.GetStringAsync(page);

        var notice = NoticeXml.Read($"MSG={WebUtility.UrlEncode(Message(shown))}");
        notice.IsGenuine.ShouldBeTrue();
        notice["NotifyType"].ShouldBe("0");
        World.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refusal_by_the_bank_ends_the_order()
    {
        var page = await PageAsync();

        using var refused = await World.Client.PostAsync($"{page}/decline", null);
        using var late = await World.Client.PostAsync("/control/trades/T1/pay", null);

        (await World.StatusAsync("T1")).ShouldBe("99");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_payer_who_leaves_may_come_back()
    {
        var page = await PageAsync();

        using var left = await World.Client.PostAsync($"{page}/cancel", null);

        (await left.Content.ReadAsStringAsync()).ShouldContain("id=\"left\"");
        (await World.StatusAsync("T1")).ShouldBe("01");
    }

    [Fact]
    public async Task After_its_time_an_order_is_not_paid_any_more_and_stays_unpaid()
    {
        var page = await PageAsync();

        World.Time.Advance(TimeSpan.FromHours(1));
        using var late = await World.Client.PostAsync("/control/trades/T1/pay", null);

        (await World.Client.GetStringAsync(page)).ShouldContain("id=\"closed\"");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await World.StatusAsync("T1")).ShouldBe("01");
    }

    private async Task<string> PageAsync(string notifyType = "1")
    {
        var answer = await World.OpenAsync(notifyType: notifyType);
        using var led = await World.Client.GetAsync(answer["PaymentURL"]);
        led.StatusCode.ShouldBe(HttpStatusCode.Found);
        return led.Headers.Location!.ToString();
    }

    private async Task ShownAsync(string page, string text)
    {
        while (!(await World.Client.GetStringAsync(page)).Contains(
            text, StringComparison.Ordinal))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string Message(string page)
        => WebUtility.HtmlDecode(MessageField().Match(page).Groups["value"].Value);

    [GeneratedRegex(
        "name=\"MSG\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex MessageField();
}
