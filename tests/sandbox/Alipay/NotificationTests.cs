using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Alipay;

public sealed class NotificationTests : IAsyncLifetime
{
    private AlipayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await AlipayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_payment_is_notified_with_the_documented_fields()
    {
        var form = await PaidAsync("T1", ""","passback_params":"a%3d1%26b" """);

        form.IsGenuine.ShouldBeTrue();
        form["notify_type"].ShouldBe("trade_status_sync");
        form["notify_time"].ShouldBe("2026-01-02 03:04:05");
        form["trade_status"].ShouldBe("TRADE_SUCCESS");
        form["total_amount"].ShouldBe("88.88");
        form["subject"].ShouldBe("测试商品 A+B");
        form["seller_id"].ShouldBe(AlipayWorld.Seller);
        form["passback_params"].ShouldBe("a%3d1%26b");
        form["fund_bill_list"].ShouldBe("""[{"amount":"88.88","fundChannel":"ALIPAYACCOUNT"}]""");
        form.Names.ShouldNotContain("body");
        GoldenNames().Except(form.Names).ShouldBe(["seller_email"]);
    }

    [Fact]
    public async Task An_accepted_notification_is_not_repeated()
    {
        await PaidAsync("T1");
        var attempts = await AttemptsAsync(1);

        world.Time.Advance(TimeSpan.FromDays(2));

        attempts.Single().GetProperty("outcome").GetString().ShouldBe("accepted");
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_notification_is_sent_eight_times_by_the_documented_gaps()
    {
        world.Merchant.Answer = "fail";
        List<NoticeForm> received = [await PaidAsync("T1")];
        TimeSpan[] gaps =
        [
            TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10),
            TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6),
            TimeSpan.FromHours(15),
        ];

        foreach (var gap in gaps)
        {
            await world.Time.WaitIsSetAsync(gap);
            world.Time.Advance(gap);
            received.Add(Form(await world.Merchant.NextAsync()));
        }

        await AttemptsAsync(8);
        world.Time.Advance(TimeSpan.FromDays(2));
        world.Merchant.IsQuiet.ShouldBeTrue();
        received.ShouldAllBe(static f => f.IsGenuine);
        received.Select(static f => f["notify_id"]).Distinct().Count().ShouldBe(1);
        received.Select(static f => f["notify_time"]).Distinct().Count().ShouldBe(8);
    }

    [Theory]
    [InlineData("success\n", 200)]
    [InlineData("SUCCESS", 200)]
    [InlineData("success!", 200)]
    [InlineData("", 200)]
    [InlineData("success", 500)]
    [InlineData("success", 302)]
    public async Task Only_exactly_success_ends_the_repetition(string answer, int status)
    {
        world.Merchant.Answer = answer;
        world.Merchant.Status = status;

        await PaidAsync("T1");

        await world.Time.WaitIsSetAsync(AlipaySimulator.NotificationGaps[0]);
        (await AttemptsAsync(1)).Single().GetProperty("outcome").GetString().ShouldBe("refused");
        world.Merchant.IsQuiet.ShouldBeTrue("a redirect is not followed");
    }

    [Fact]
    public async Task A_time_scale_shortens_the_gaps()
    {
        await using var fast = await AlipayWorld.StartAsync(static o => o with { TimeScale = 60 });
        fast.Merchant.Answer = "fail";
        using var opened = await fast.Page("T1").SendAsync(post: false);
        await fast.PayAsync("T1");

        await fast.Time.WaitIsSetAsync(TimeSpan.FromSeconds(4));

        (await fast.Merchant.NextAsync()).Body.ShouldContain("out_trade_no=T1");
    }

    [Fact]
    public async Task A_GBK_order_is_notified_in_GBK()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        using var opened = await world.Call(
                "alipay.trade.page.pay", AlipayWorld.PageContent("T1"), gbk, "GBK")
            .With("notify_url", world.Merchant.NotifyUrl).SendAsync(post: false);
        await world.PayAsync("T1");

        var received = await world.Merchant.NextAsync();

        received.ContentType.ShouldBe("application/x-www-form-urlencoded; charset=GBK");
        received.Body.ShouldContain("subject=%B2%E2%CA%D4%C9%CC%C6%B7+A%2BB");
        var form = NoticeForm.Parse(received.Body, gbk);
        form.IsGenuine.ShouldBeTrue();
        form["subject"].ShouldBe("测试商品 A+B");
    }

    [Fact]
    public async Task An_order_without_a_notify_url_is_not_notified()
    {
        using var opened = await world.Page("T1").Without("notify_url").SendAsync(post: false);
        await world.PayAsync("T1");

        using var asked = await world.Client.PostAsync("/control/trades/T1/notify", null);

        asked.StatusCode.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_notification_can_be_sent_again_by_hand()
    {
        var first = await PaidAsync("T1");
        using var asked = await world.Client.PostAsync("/control/trades/T1/notify", null);

        var second = Form(await world.Merchant.NextAsync());

        second["notify_id"].ShouldBe(first["notify_id"]);
    }

    private static IEnumerable<string> GoldenNames()
        => AlipayVectors.Notifies.GetProperty("vectors")[0].GetProperty("params")
            .EnumerateObject().Select(static p => p.Name);

    private static NoticeForm Form(ReceivedNotification received)
        => NoticeForm.Parse(received.Body, Encoding.UTF8);

    private async Task<NoticeForm> PaidAsync(string outTradeNo, string more = "")
    {
        using var opened = await world.Page(outTradeNo, more).SendAsync(post: false);
        await world.PayAsync(outTradeNo);
        return Form(await world.Merchant.NextAsync());
    }

    /// <summary>The attempts as the control interface lists them, once there are so many.</summary>
    private async Task<IReadOnlyList<JsonElement>> AttemptsAsync(int count)
    {
        while (true)
        {
            var trades = await world.Client.GetFromJsonAsync<JsonElement>(
                "/control/trades", TestContext.Current.CancellationToken);
            var attempts = trades[0].GetProperty("notifications").EnumerateArray().ToList();
            if (attempts.Count >= count)
            {
                return attempts;
            }

            await Task.Yield();
        }
    }
}
