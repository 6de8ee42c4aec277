using System.Text;
using PayFunctions.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Tenpay;

public sealed class BillTests : IAsyncLifetime
{
    private TenpayWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await TenpayWorld.StartAsync(
            change: static o => o with { RefundsWithoutCertificate = true });
        await world.PayAsync("T1");
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await world.Refund("T1", "R1", 234, null).AskAsync();
        using var opened = await world.Page("T2", fen: 100_05).With("bank_type", "CMB")
            .With("body", "a,b").SendAsync();
        await world.ControlAsync(HttpMethod.Post, "/control/trades/T2/pay?silent=1");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_of_a_day_is_handed_out_on_the_next(bool post)
    {
        world.Time.Advance(TimeSpan.FromHours(21));

        var lines = (await BillAsync("2024-01-03", post: post)).Split("\r\n");

        lines[0].ShouldBe(
            "交易时间,财付通订单号,商家订单号,支付类型,银行订单号,交易状态,订单交易金额,退款单号,退款金额,退款状态,交易说明");
        lines.Length.ShouldBe(7);
        var paid = lines[1].Split(',');
        paid[0].ShouldBe("`2024-01-03 10:11:12");
        paid[1].ShouldStartWith("`190000999920240103");
        paid[2].ShouldBe("`T1");
        paid[3..].ShouldBe(
            ["财付通余额", "`", "用户已支付", "12.34", "`0", "0.00", "", "`测试商品"]);
        var refunded = lines[2].Split(',');
        refunded[0].ShouldBe("`2024-01-03 10:12:12");
        refunded[1].ShouldBe(paid[1]);
        refunded[5..7].ShouldBe(["转入退款", "12.34"]);
        refunded[7].ShouldStartWith("`111");
        refunded[8..].ShouldBe(["2.34", "退款成功", "`测试商品"]);
        lines[3].ShouldContain(",网银支付,`");
        lines[3].ShouldEndWith("`a，b");
        lines[4].ShouldBe("总交易单数, 总交易金额, 总退款金额");
        lines[5].ShouldBe("3,112.39,2.34,");
        lines[6].ShouldBeEmpty();
    }

    [Fact]
    public async Task Payments_and_refunds_are_handed_out_alone_too()
    {
        world.Time.Advance(TimeSpan.FromDays(2));

        var payments = (await BillAsync("2024-01-03", "1")).Split("\r\n");
        var refunds = (await BillAsync("2024-01-03", "2")).Split("\r\n");

        payments[0].ShouldBe("支付成功时间,财付通订单号,商家订单号,支付类型,银行订单号,支付金额（元）,订单状态,交易说明");
        payments[^2].ShouldBe("2,112.39,0.00,");
        payments[1].Split(',')[5..7].ShouldBe(["12.34", "用户已支付"]);
        refunds[0].Split(',').Length.ShouldBe(13);
        refunds[1].Split(',').Length.ShouldBe(13);
        refunds[1].Split(',')[9..12].ShouldBe(["12.34", "2.34", "退款成功"]);
        refunds[^2].ShouldBe("1,0.00,2.34,");
    }

    [Fact]
    public async Task A_bill_is_there_from_seven_in_the_morning_on()
    {
        var today = await BillAsync("2024-01-03");
        world.Time.Advance(new DateTimeOffset(2024, 1, 3, 22, 59, 59, TimeSpan.Zero)
            - world.Time.GetUtcNow());
        var early = await BillAsync("2024-01-03");
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var due = await BillAsync("2024-01-03");
        var nothing = await BillAsync("2024-01-01");

        today.ShouldBe("<html><body>03020003:该日对账单尚未生成</body></html>");
        early.ShouldStartWith("<html><body>03020120:");
        due.ShouldStartWith("交易时间");
        nothing.ShouldStartWith("<html><body>03020123:");
    }

    [Theory]
    [InlineData("sign", "0", "88222002")]
    [InlineData("spid", "1900000009", "88229101")]
    [InlineData("trans_time", "20240103", "88222001")]
    [InlineData("mchtype", "3", "88222001")]
    public async Task A_wrong_request_gets_a_page(string field, string value, string retcode)
        => (await BillAsync("2024-01-03", "0", (field, value))).ShouldStartWith(
            $"<html><body>{retcode}");

    private async Task<string> BillAsync(
        string day, string? kind = null, (string Name, string Value)? change = null,
        bool post = true)
    {
        List<KeyValuePair<string, string>> fields =
        [
            new("spid", TenpayWorld.Partner), new("trans_time", day), new("stamp", "1704240000"),
            new("cft_signtype", "0"),
        ];
        if (kind is not null)
        {
            fields.Add(new("mchtype", kind));
        }

        if (change is { Name: not "sign" } other)
        {
            fields = [.. fields.Select(f => f.Key == other.Name
                ? new KeyValuePair<string, string>(f.Key, other.Value)
                : f)];
        }

        var text = string.Join('&', fields.Select(static f => $"{f.Key}={f.Value}"));
        var sign = TenpayCaller.Md5(
            Encoding.UTF8.GetBytes($"{text}&key={TenpayVectors.GatewayKey}")).ToLowerInvariant();
        var caller = new TenpayCaller(world.Client, "/cgi-bin/mchdown_real_new.cgi", "")
            .With(fields)
            .With("sign", change is { Name: "sign", Value: var wrong } ? wrong : sign);
        using var response = await caller.SendAsync(post);
        return Charset.Gbk.GetString(await response.Content.ReadAsByteArrayAsync());
    }
}
