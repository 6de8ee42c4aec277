using PayFunctions.Sandbox.Simulation;
using PayFunctions.Sandbox.Tenpay;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class NotificationTests : IAsyncLifetime
{
    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync() => world = await TenpayWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_gateway_tells_everything()
    {
        using var opened = await world.Page("T1").With("attach", "a&b=c").SendAsync();
        await world.ControlAsync(HttpMethod.Post, "/control/trades/T1/pay");

        var told = await world.Merchant.NextAsync();

        told.Method.ShouldBe("POST");
        world.IsGenuine(told).ShouldBeTrue();
        var fields = TenpayWorld.Fields(told);
        fields.Keys.ShouldBe(
            [
                "attach", "bank_type", "buyer_alias", "discount", "fee_type", "out_trade_no",
                "product_fee", "time_end", "total_fee", "trade_mode", "trade_state",
                "transaction_id", "transport_fee", "notify_id", "input_charset", "partner",
                "sign_key_index", "sign_type", "sign",
            ],
            ignoreOrder: true);
        fields["attach"].ShouldBe("a&b=c");
        fields["bank_type"].ShouldBe("BL");
        fields["total_fee"].ShouldBe("1234");
        fields["time_end"].ShouldBe("20240103101112");
        fields["trade_state"].ShouldBe("0");
        fields["transaction_id"].ShouldStartWith("190000999920240103");
        fields["transaction_id"].Length.ShouldBe(28);
        fields["notify_id"].Length.ShouldBe(88);
    }

    [Fact]
    public async Task The_open_platform_tells_nothing_but_the_id()
    {
        await using var open = await TenpayWorld.StartAsync(TenpayProfile.Open);
        await open.PayAsync("T1", silent: false);

        var told = await open.Merchant.NextAsync();

        open.IsGenuine(told).ShouldBeTrue();
        TenpayWorld.Fields(told).Keys.ShouldBe(
            ["notify_id", "input_charset", "appid", "sign_key_index", "sign_type", "sign"],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_told_and_how_can_be_switched_while_it_runs()
    {
        await world.ControlAsync(
            HttpMethod.Put, $"/control/merchants/{TenpayWorld.Partner}",
            new { notify_id_only = true, notify_by_get = true, extra_field = true, discount = 34 });
        await world.PayAsync("T1", silent: false);

        var told = await world.Merchant.NextAsync();

        told.Method.ShouldBe("GET");
        world.IsGenuine(told).ShouldBeTrue();
        var fields = TenpayWorld.Fields(told);
        fields["x_undocumented"].ShouldBe("1");
        fields.ShouldNotContainKey("total_fee");
        var proof = await world.Call("verifynotifyid").With("notify_id", fields["notify_id"])
            .AskAsync();
        proof.Genuine.ShouldBe(true, proof.Text);
        proof["total_fee"].ShouldBe("1200");
        proof["discount"].ShouldBe("34");
        proof["x_undocumented"].ShouldBe("1");
    }

    [Fact]
    public async Task A_GBK_order_is_told_in_GBK()
    {
        using var opened = await world.Page("T1").InGbk().With("attach", "龙井").SendAsync();
        await world.ControlAsync(HttpMethod.Post, "/control/trades/T1/pay");

        var told = await world.Merchant.NextAsync();

        var fields = TenpayWorld.Fields(told, Charset.Gbk);
        fields["attach"].ShouldBe("龙井");
        fields["input_charset"].ShouldBe("GBK");
        fields["sign"].ShouldBe(TenpayCaller.Sign(fields, world.Key, Charset.Gbk));
    }

    [Fact]
    public async Task A_refused_notification_is_sent_seven_times_by_the_documented_gaps()
    {
        world.Merchant.Answer = "fail";
        await world.PayAsync("T1", silent: false);
        var first = await world.Merchant.NextAsync();

        foreach (var minutes in (int[])[1, 2, 4, 8, 16, 32])
        {
            await world.Time.WaitIsSetAsync(TimeSpan.FromMinutes(minutes));
            world.Time.Advance(TimeSpan.FromMinutes(minutes));
            (await world.Merchant.NextAsync()).ShouldBe(first);
        }

        world.Time.Advance(TimeSpan.FromDays(1));
        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Theory]
    [InlineData("success")]
    [InlineData(" success\n")]
    public async Task Success_with_blanks_around_it_ends_the_repetition(string answer)
    {
        world.Merchant.Answer = answer;
        await world.PayAsync("T1", silent: false);
        await world.Merchant.NextAsync();
        (await world.AttemptsAsync("T1", 1)).ShouldAllBe(static a => a == "accepted");

        world.Time.Advance(TimeSpan.FromDays(1));

        world.Merchant.IsQuiet.ShouldBeTrue();
    }

    [Fact]
    public async Task A_notify_id_is_known_for_ten_minutes()
    {
        await world.PayAsync("T1", silent: false);
        var id = TenpayWorld.Fields(await world.Merchant.NextAsync())["notify_id"];
        var early = await world.Call("verifynotifyid").With("notify_id", id).AskAsync();
        var simple = await world.Call("simpleverifynotifyid").With("notify_id", id).AskAsync();
        var strange = await world.Call("verifynotifyid").With("notify_id", id + "x").AskAsync();

        world.Time.Advance(TimeSpan.FromMinutes(10));
        var late = await world.Call("verifynotifyid").With("notify_id", id).AskAsync();

        early.Genuine.ShouldBe(true);
        early["out_trade_no"].ShouldBe("T1");
        early["trade_state"].ShouldBe("0");
        simple.Genuine.ShouldBe(true);
        simple["retcode"].ShouldBe("0");
        simple.Names.ShouldNotContain("out_trade_no");
        strange.Retcode.ShouldBe("88222005");
        late.Retcode.ShouldBe("88222005");
        late.Genuine.ShouldBeNull();
    }

    [Fact]
    public async Task A_notify_id_is_nothing_to_another_merchant()
    {
        await world.PayAsync("T1", silent: false);
        var id = TenpayWorld.Fields(await world.Merchant.NextAsync())["notify_id"];

        var other = await world.Call("verifynotifyid").With("partner", "1900000001")
            .With("notify_id", id).AskAsync();

        other.Retcode.ShouldBe("88222005");
    }

    [Fact]
    public async Task Switches_of_a_merchant_that_never_was_or_without_sense_are_refused()
    {
        using var content = new StringContent("""{"discount":-1}""");
        using var wrong = await world.Client.PutAsync(
            $"/control/merchants/{TenpayWorld.Partner}", content);
        using var nobody = await world.Client.GetAsync("/control/merchants/nobody");

        wrong.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        nobody.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await world.ControlAsync(
            HttpMethod.Get, $"/control/merchants/{TenpayWorld.Partner}"))
            .GetProperty("notify_id_only").GetBoolean().ShouldBeFalse();
    }
}
