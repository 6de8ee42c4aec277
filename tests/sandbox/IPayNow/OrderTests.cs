using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>Orders: pages, links, images, queries, and how they end.</summary>
public sealed partial class OrderTests : IAsyncLifetime
{
    private IPayNowWorld world = null!;

    public async ValueTask InitializeAsync() => world = await IPayNowWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Without_a_way_to_pay_profile_a_shows_its_own_cashier()
    {
        using var opened = await world.Old("T1").VisitAsync();
        var cashier = opened.Headers.Location!.ToString();
        var shown = await world.Client.GetStringAsync(cashier);
        using var chosen = await world.Client.PostAsync($"{cashier}/13", null);
        using var paid = await world.Client.PostAsync($"{chosen.Headers.Location}/pay", null);

        opened.StatusCode.ShouldBe(HttpStatusCode.Found);
        shown.ShouldContain("way-12");
        shown.ShouldContain("88.88");
        chosen.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await world.NextAsync())["payChannelType"].ShouldBe("13");
    }

    [Fact]
    public async Task With_a_way_to_pay_profile_a_jumps_there()
    {
        using var opened = await world.Old("T1").With("payChannelType", "12").SendAsync();

        opened.Headers.Location!.ToString().ShouldStartWith("/cashier/");
    }

    [Fact]
    public async Task WeChat_on_a_phone_is_answered_with_a_link_in_profile_a()
    {
        var answer = await world.Old("T1").With("deviceType", "06").With("payChannelType", "13")
            .AskAsync();

        answer.IsGenuine.ShouldBe(true);
        answer["responseCode"].ShouldBe("A001");
        answer["tn"].ShouldStartWith($"{world.Simulator.Address}cashier/");
        answer.Names.ShouldNotContain("version");
    }

    [Fact]
    public async Task After_paying_the_browser_goes_back_with_N002()
    {
        using var opened = await world.Old("T1").VisitAsync();
        await world.ActAsync("T1", "pay");

        var visit = await world.ActAsync("T1", "return");

        visit.GetProperty("method").GetString().ShouldBe("GET");
        var query = visit.GetProperty("url").GetString()!.Split('?')[1];
        var front = Heard.Of(query);
        front.IsGenuine.ShouldBe(true);
        front["funcode"].ShouldBe("N002");
        front["tradeStatus"].ShouldBe("A001");
        front["mhtReserved"].ShouldBe("a=1&b=2");
    }

    [Fact]
    public async Task The_browser_may_go_back_by_post()
    {
        await using var other = await IPayNowWorld.StartAsync(
            static o => o with { ReturnsByPost = true });
        using var opened = await other.Old("T1").VisitAsync();
        await other.ActAsync("T1", "pay");

        var visit = await other.ActAsync("T1", "return");

        visit.GetProperty("method").GetString().ShouldBe("POST");
        Heard.Of(visit.GetProperty("body").GetString()!).IsGenuine.ShouldBe(true);
    }

    [Theory]
    [InlineData("08", "1", "http://", "")]
    [InlineData("08", "0", "data:image/png;base64,iVBORw0KGgo", "")]
    [InlineData("20", "1", "http://", "A004")]
    [InlineData("20", "0", "data:image/png;base64,iVBORw0KGgo", "A004")]
    [InlineData("04", "0", "http://", "A004")]
    [InlineData("0601", "1", "http://", "A004")]
    [InlineData("14", "1", "http://", "A004")]
    public async Task Profile_b_is_answered_by_device_and_output(
        string device, string output, string link, string status)
    {
        var answer = await world.New("T1", device, "12").With("outputType", output)
            .With("frontNotifyUrl", world.Merchant.ReturnUrl).AskAsync();

        answer.IsGenuine.ShouldBe(true);
        answer["responseCode"].ShouldBe("A001");
        answer["responseMsg"].ShouldBe("E000#成功[成功]");
        answer["version"].ShouldBe("1.0.0");
        answer["tn"].ShouldStartWith(link);
        answer["transStatus"].ShouldBe(status);
        NewNumber().IsMatch(answer["nowPayOrderNo"]).ShouldBeTrue();
    }

    [Fact]
    public async Task A_public_accounts_page_takes_the_browser()
    {
        using var opened = await world.New("T1", "0600", "12")
            .With("frontNotifyUrl", world.Merchant.ReturnUrl).SendAsync();

        opened.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task A_link_can_be_paid_and_the_browser_goes_back_without_words()
    {
        var answer = await world.New("T1", "0601", "12")
            .With("frontNotifyUrl", world.Merchant.ReturnUrl).AskAsync();
        using var paid = await world.Client.PostAsync($"{answer["tn"]}/pay", null);

        paid.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await world.ActAsync("T1", "return")).GetProperty("url").GetString()
            .ShouldBe(world.Merchant.ReturnUrl);
    }

    [Fact]
    public async Task The_same_order_again_is_the_same_order()
    {
        var first = await world.New("T1").AskAsync();
        var again = await world.New("T1").AskAsync();
        var other = await world.New("T1").With("mhtOrderAmt", "1").AskAsync();

        again["nowPayOrderNo"].ShouldBe(first["nowPayOrderNo"]);
        other["responseCode"].ShouldBe("A002");
        other["responseMsg"].ShouldContain("商户订单号重复");
        other.IsGenuine.ShouldBe(true);
        other.Names.ShouldNotContain("transStatus");
    }

    [Fact]
    public async Task A_paid_order_is_not_opened_again()
    {
        await world.New("T1").AskAsync();
        await world.ActAsync("T1", "pay?silent=1");

        (await world.New("T1").AskAsync())["responseMsg"].ShouldContain("订单已支付或已关闭");
    }

    [Fact]
    public async Task A_question_of_profile_a_names_no_function_and_the_documented_fields()
    {
        using var opened = await world.Old("T1").With("payChannelType", "12").VisitAsync();
        var waiting = await world.QueryOldAsync("T1");
        await world.ActAsync("T1", "pay?silent=1");

        var paid = await world.QueryOldAsync("T1");

        waiting["transStatus"].ShouldBe("A004");
        paid.IsGenuine.ShouldBe(true);
        paid["transStatus"].ShouldBe("A001");
        paid["mhtOrderAmt"].ShouldBe("8888");
        OldNumber().IsMatch(paid["nowPayOrderNo"]).ShouldBeTrue();
        IPayNowVectors.Fields("I3").Select(static f => f.Key).Except(paid.Names)
            .ShouldBe(["fee", "settleAmt"], ignoreOrder: true);
        paid.Names.ShouldNotContain("funcode");
        paid.Names.ShouldNotContain("version");
    }

    [Fact]
    public async Task A_question_of_profile_b_says_all_of_it()
    {
        await world.New("T1").AskAsync();
        await world.ActAsync("T1", "pay?silent=1");

        var paid = await world.QueryAsync("T1");

        paid.IsGenuine.ShouldBe(true);
        paid["transStatus"].ShouldBe("A001");
        paid["payTime"].ShouldBe("20240102101112");
        paid["channelOrderNo"].Length.ShouldBe(28);
        paid["oriMhtOrderAmt"].ShouldBe("8888");
        paid["mhtReserved"].ShouldBe("a=1&b=2");
    }

    [Fact]
    public async Task An_unknown_order_is_said_in_words()
    {
        await world.New("T1").AskAsync();

        foreach (var answer in (Heard[])
        [
            await world.QueryAsync("T2"), await world.QueryOldAsync("T1"),
            await world.QueryAsync("T1", "05"),
        ])
        {
            answer.IsGenuine.ShouldBe(true);
            answer["responseCode"].ShouldBe("A002");
            answer["responseMsg"].ShouldBe("E003#查询[订单不存在]");
            answer.Names.ShouldNotContain("transStatus");
        }
    }

    [Fact]
    public async Task An_order_ends_unpaid_after_its_time()
    {
        await world.New("T1").With("mhtOrderTimeOut", "60").AskAsync();
        using var opened = await world.Old("T2").With("mhtOrderTimeOut", "60").VisitAsync();
        world.Time.Advance(TimeSpan.FromSeconds(59));
        var before = await world.QueryAsync("T1");
        world.Time.Advance(TimeSpan.FromSeconds(1));

        before["transStatus"].ShouldBe("A004");
        (await world.QueryAsync("T1"))["transStatus"].ShouldBe("A006");
        (await world.QueryOldAsync("T2"))["transStatus"].ShouldBe("A002");
        using var late = await world.Client.PostAsync("/control/trades/T1/pay", null);
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await world.New("T3").With("mhtOrderTimeOut", "60").AskAsync())["responseMsg"]
            .ShouldContain("订单已超时");
    }

    [Fact]
    public async Task An_order_that_the_bank_declines_has_failed()
    {
        await world.New("T1").AskAsync();
        await world.ActAsync("T1", "decline");

        (await world.QueryAsync("T1"))["transStatus"].ShouldBe("A002");
    }

    [Theory]
    [InlineData("281038179378625200", "payer_pays", "A001")]
    [InlineData("281038179378625201", "payer_password", "A004")]
    [InlineData("281038179378625203", "payer_silent", "A004")]
    public async Task A_payer_who_shows_a_code_does_what_the_code_or_the_control_says(
        string code, string habit, string status)
    {
        var byCode = await Charge("T1", code).AskAsync();
        var byFault = await Charge("T2", "281038179378625299").AskAsync(fault: habit);

        foreach (var answer in (Heard[])[byCode, byFault])
        {
            answer.IsGenuine.ShouldBe(true);
            answer["responseCode"].ShouldBe("A001");
            answer["transStatus"].ShouldBe(status);
            answer["mhtOrderAmt"].ShouldBe("8888");
            answer["discountAmt"].ShouldBe("0");
        }

        (await world.QueryAsync("T1", "05"))["transStatus"].ShouldBe(status);
    }

    [Fact]
    public async Task A_payer_whose_bank_declines_fails_the_charge()
    {
        using var ordered = await world.Client.PostAsJsonAsync(
            "/control/faults", new { kind = "payer_declines" });
        var byControl = await Charge("T1", "281038179378625200").AskAsync();
        var byCode = await Charge("T2", "281038179378625202").AskAsync();

        foreach (var answer in (Heard[])[byControl, byCode])
        {
            answer.IsGenuine.ShouldBe(true);
            answer["responseCode"].ShouldBe("A002");
            answer.Names.ShouldNotContain("transStatus");
        }

        (await world.QueryAsync("T1", "05"))["transStatus"].ShouldBe("A002");
    }

    [Fact]
    public async Task A_payer_types_the_password_after_a_while_and_the_merchant_is_told()
    {
        await Charge("T1", "281038179378625201").AskAsync();
        await world.Time.WaitIsSetAsync(TimeSpan.FromSeconds(10));
        world.Time.Advance(TimeSpan.FromSeconds(10));

        var told = await world.NextAsync();

        told.IsGenuine.ShouldBe(true);
        told["transStatus"].ShouldBe("A001");
        told["deviceType"].ShouldBe("05");
    }

    [Fact]
    public async Task A_payer_who_never_types_it_can_still_be_made_to_pay()
    {
        await Charge("T1", "281038179378625203").AskAsync();
        world.Time.Advance(TimeSpan.FromMinutes(10));
        var before = world.Merchant.IsQuiet;
        await world.ActAsync("T1", "pay");

        before.ShouldBeTrue();
        (await world.NextAsync())["transStatus"].ShouldBe("A001");
    }

    private Call Charge(string number, string code)
        => world.New(number, "05", "12").With("channelAuthCode", code);

    [GeneratedRegex("^200301[0-9]{21}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NewNumber();

    [GeneratedRegex("^[0-9]{16}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OldNumber();
}
