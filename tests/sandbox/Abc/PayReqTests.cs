namespace PayFunctions.Tests.Sandbox.Abc;

public sealed class PayReqTests : WorldTests
{
    public static TheoryData<string, string, string> BadFields => new()
    {
        { "\"PaymentType\":\"A\"", "\"PaymentType\":\"4\"", "PaymentType" },
        { "\"PaymentLinkType\":\"1\"", "\"PaymentLinkType\":\"6\"", "PaymentLinkType" },
        {
            "\"PaymentType\":\"A\",\"PaymentLinkType\":\"1\"",
            "\"PaymentType\":\"6\",\"PaymentLinkType\":\"2\"", "UnionPayLinkType"
        },
        { "\"NotifyType\":\"1\"", "\"NotifyType\":\"2\"", "NotifyType" },
        { "\"http://", "\"ftp://", "ResultNotifyURL" },
        { "/notify\"", $"/{new string('n', 200)}\"", "ResultNotifyURL" },
        { "学费", new string('x', 101), "MerchantRemarks" },
        { "学费", "a<b", "MerchantRemarks" },
        { "学费", "a&b", "MerchantRemarks" },
        { "\"IsBreakAccount\":\"0\"", "\"IsBreakAccount\":\"\"", "IsBreakAccount" },
        { "\"IsBreakAccount\":\"0\"", "\"IsBreakAccount\":\"1\"", "SplitAccInfoItems" },
        { "ImmediatePay", "LaterPay", "PayTypeID" },
        { "2026/01/02", "2026-01-02", "OrderDate" },
        { "03:04:05\"", "3:4:5\"", "OrderDate" },
        { "20260102040405", "2026/01/02", "orderTimeoutDate" },
        { "20260102040405", "20260102030405", "orderTimeoutDate" },
        { "\"OrderNo\":\"T1\"", "\"OrderNo\":\"\"", "OrderNo" },
        { "\"OrderNo\":\"T1\"", $"\"OrderNo\":\"{new string('1', 61)}\"", "OrderNo" },
        { "\"156\"", "\"840\"", "CurrencyCode" },
        { "88.88", "88.888", "OrderAmount" },
        { "88.88", "-1", "OrderAmount" },
        { "\"InstallmentMark\":\"0\"", "\"InstallmentMark\":\"1\"", "InstallmentMark" },
        { "\"CommodityType\":\"0202\",", "", "CommodityType" },
        { "{\"ProductName\":\"测试商品\"}", "", "OrderItems" },
        { "测试商品", "", "OrderItems" },
    };

    [Fact]
    public async Task A_page_is_opened_for_an_order()
    {
        var answer = await World.OpenAsync();

        answer["TrxType"].ShouldBe("PayReq");
        answer["OrderNo"].ShouldBe("T1");
        answer["OrderAmount"].ShouldBe("88.88");
        var page = new Uri(answer["PaymentURL"]);
        page.Authority.ShouldBe(World.Simulator.Address.Authority);
        page.AbsolutePath.ShouldBe("/EbusPerbankFront/PaymentModeNewAct");
        page.Query.ShouldMatch(@"\A\?TOKEN=[0-9]{20}\z");
        (await World.StatusAsync("T1")).ShouldBe("01");
    }

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_wrong_field_is_named(string what, string by, string field)
    {
        var answer = await World.SayAsync(
            World.PayReq().Replace(what, by, StringComparison.Ordinal));

        answer.Code.ShouldBe("2001");
        answer["ErrorMessage"].ShouldContain($"[{field}]");
    }

    [Theory]
    [InlineData("88.88", "0.00", "2309")]
    [InlineData("0202", "0204", "2311")]
    [InlineData("0202", "0201", "2311")]
    public async Task What_is_not_opened_and_no_money_at_all_have_codes_of_their_own(
        string what, string by, string code)
    {
        await RenewAsync(static o => o with
        {
            Merchants = [o.Merchants[0] with { Commodities = ["0202"] }],
        });

        (await World.SayAsync(World.PayReq().Replace(what, by, StringComparison.Ordinal)))
            .Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_same_order_may_be_opened_again_and_another_one_under_its_number_not()
    {
        var first = await World.OpenAsync();

        var again = await World.SayAsync(World.PayReq());
        var other = await World.SayAsync(World.PayReq(amount: "88.89"));
        await World.PayAsync();
        var late = await World.SayAsync(World.PayReq());

        again.Code.ShouldBe("0000");
        again["PaymentURL"].ShouldNotBe(first["PaymentURL"]);
        other.Code.ShouldBe("2308");
        late.Code.ShouldBe("2306");
    }

    [Fact]
    public async Task A_strict_bank_opens_an_order_once()
    {
        await RenewAsync(static o => o with { RefusesRepetitions = true });
        await World.OpenAsync();

        (await World.SayAsync(World.PayReq())).Code.ShouldBe("2308");
    }

    [Theory]
    [InlineData("SplitMerchantID", "4.00", "0000")]
    [InlineData("SubMerchantID", "4.00", "0000")]
    [InlineData("SplitMerchantID", "4.01", "2001")]
    [InlineData("MerchantID", "4.00", "2001")]
    public async Task Parts_of_a_split_payment_are_all_of_it_by_either_name(
        string name, string amount, string code)
    {
        var parts = $$"""
            ],"SplitAccInfoItems":[{"{{name}}":"1","SplitAmount":"{{amount}}"},
            {"{{name}}":"2","SplitAmount":"84.88"}]
            """;
        var request = World.PayReq()
            .Replace("\"IsBreakAccount\":\"0\"", "\"IsBreakAccount\":\"1\"",
                StringComparison.Ordinal)
            .Replace("]}}", parts + "}}", StringComparison.Ordinal);

        (await World.SayAsync(request)).Code.ShouldBe(code);
    }
}
