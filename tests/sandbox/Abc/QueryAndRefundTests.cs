namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class QueryAndRefundTests : WorldTests
{
    [Fact]
    public async Task A_paid_order_is_shown_with_its_detail_in_GBK()
    {
        await World.OpenAsync();
        await World.PayAsync();

        var order = (await World.SayAsync(AbcWorld.Query("T1"))).Order;

        order.Text("PayTypeID").ShouldBe("ImmediatePay");
        order.Text("OrderNo").ShouldBe("T1");
        order.Text("OrderDate").ShouldBe("2026/01/02");
        order.Text("OrderTime").ShouldBe("03:04:05");
        order.Text("OrderAmount").ShouldBe("88.88");
        order.Text("Status").ShouldBe("04");
        order.Text("MerchantRemarks").ShouldBe("学费");
        order.Text("iRspRef").ShouldBe("9026010203040500001");
        order.GetProperty("OrderItems")[0].Text("ProductName").ShouldBe("测试商品");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    public async Task Detail_is_given_where_it_is_asked_for(string asked, bool isDetailed)
    {
        await World.OpenAsync();

        var answer = await World.SayAsync(AbcWorld.Query("T1").Replace(
            "\"true\"", $"\"{asked}\"", StringComparison.Ordinal));

        answer.Order.TryGetProperty("CommodityType", out _).ShouldBe(isDetailed);
    }

    [Theory]
    [InlineData("T2", "ImmediatePay")]
    [InlineData("T1", "Refund")]
    [InlineData("T1", "PreAuthPay")]
    [InlineData("", "ImmediatePay")]
    public async Task What_there_is_not_of_that_kind_does_not_exist(string number, string payType)
    {
        await World.OpenAsync();

        (await World.SayAsync(AbcWorld.Query(number, payType))).Code.ShouldBe("2307");
    }

    [Theory]
    [InlineData("status_02", "02")]
    [InlineData("status_03", "03")]
    public async Task Rare_statuses_can_be_ordered(string fault, string status)
    {
        await World.OpenAsync();
        await World.PayAsync();

        using var response = await World.PostAsync(
            AbcWorld.Sign(AbcWorld.Query("T1")), fault: fault);

        BankAnswer.Read(await response.Content.ReadAsByteArrayAsync())
            .Order.Text("Status").ShouldBe(status);
        (await World.StatusAsync("T1")).ShouldBe("04");
    }

    [Fact]
    public async Task A_refund_goes_back_under_its_own_number()
    {
        await World.OpenAsync();
        await World.PayAsync();

        var answer = await World.SayAsync(AbcWorld.Refund("R1", "8.80"));

        answer.Code.ShouldBe("0000");
        answer["OrderNo"].ShouldBe("T1");
        answer["NewOrderNo"].ShouldBe("R1");
        answer["TrxAmount"].ShouldBe("8.80");
        answer["HostDate"].ShouldBe("2026/01/02");
        answer["iRspRef"].ShouldBe("9026010203040500002");
        var refund = (await World.SayAsync(AbcWorld.Query("R1", "Refund"))).Order;
        refund.Text("OrderNo").ShouldBe("R1");
        refund.Text("RefundAmount").ShouldBe("8.80");
        refund.Text("Status").ShouldBe("04");
        (await World.StatusAsync("T1")).ShouldBe("04");
    }

    [Fact]
    public async Task Parts_go_back_until_nothing_is_left()
    {
        await World.OpenAsync();
        await World.PayAsync();

        (await World.SayAsync(AbcWorld.Refund("R1", "80.00"))).Code.ShouldBe("0000");
        (await World.SayAsync(AbcWorld.Refund("R2", "8.89"))).Code.ShouldBe("2309");
        (await World.SayAsync(AbcWorld.Refund("R2", "8.88"))).Code.ShouldBe("0000");
        (await World.SayAsync(AbcWorld.Refund("R3", "0.01"))).Code.ShouldBe("2306");
        (await World.StatusAsync("T1")).ShouldBe("05");
    }

    [Fact]
    public async Task The_same_number_never_refunds_twice()
    {
        await World.OpenAsync();
        await World.PayAsync();
        await World.OpenAsync("T2");
        await World.PayAsync("T2");

        var first = await World.SayAsync(AbcWorld.Refund("R1", "80.00"));
        var again = await World.SayAsync(AbcWorld.Refund("R1", "80.00"));
        var more = await World.SayAsync(AbcWorld.Refund("R1", "8.00"));
        var other = await World.SayAsync(AbcWorld.Refund("R1", "80.00", "T2"));

        again["iRspRef"].ShouldBe(first["iRspRef"]);
        more.Code.ShouldBe("2308");
        other.Code.ShouldBe("2308");
        (await World.SayAsync(AbcWorld.Refund("R2", "8.88"))).Code.ShouldBe("0000");
    }

    [Fact]
    public async Task A_strict_bank_refuses_the_same_number()
    {
        await RenewAsync(static o => o with { RefusesRepetitions = true });
        await World.OpenAsync();
        await World.PayAsync();
        await World.SayAsync(AbcWorld.Refund("R1", "8.00"));

        (await World.SayAsync(AbcWorld.Refund("R1", "8.00"))).Code.ShouldBe("2308");
    }

    [Fact]
    public async Task A_refund_may_take_its_time()
    {
        await RenewAsync(static o => o with { RefundTakes = TimeSpan.FromMinutes(2) });
        await World.OpenAsync();
        await World.PayAsync();
        await World.SayAsync(AbcWorld.Refund("R1", "8.00"));

        var early = await World.StatusAsync("R1", "Refund");
        var shown = await World.Client.GetStringAsync("/control/trades/T1");
        World.Time.Advance(TimeSpan.FromMinutes(2));

        early.ShouldBe("03");
        shown.ShouldContain("\"processing\"");
        (await World.StatusAsync("R1", "Refund")).ShouldBe("04");
    }

    [Theory]
    [InlineData("R1", "8.00", "T2", "2307")]
    [InlineData("R1", "0.00", "T1", "2001")]
    [InlineData("R1", "8.001", "T1", "2001")]
    [InlineData("", "8.00", "T1", "2001")]
    [InlineData("R1", "8.00", "T1", "2306")]
    public async Task What_cannot_go_back_is_refused(
        string number, string amount, string order, string code)
    {
        await World.OpenAsync();

        (await World.SayAsync(AbcWorld.Refund(number, amount, order))).Code.ShouldBe(code);
    }
}
