using System.Text.Json;
using PayFunctions.Channels;
using PayFunctions.Channels.Tenpay;
using PayFunctions.Channels.Wire;
using PayFunctions.Orders;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>A day's bill, and how it is asked for.</summary>
public sealed class TenpayBillTests
{
    private const string Names =
        "交易时间,财付通订单号,商家订单号,支付类型,银行订单号,交易状态,订单交易金额,退款单号,退款金额,退款状态,交易说明\r\n";

    private const string Paid =
        "`2026-01-02 10:00:05, `1900009999202601020000000001, `A1, 财付通余额, `, 用户已支付, 88.88, `0, "
        + "0.00, , `茶\r\n";

    private const string Refunded =
        "`2026-01-02 12:00:01,`1900009999202601020000000001,`A1,财付通余额,`,转入退款,88.88,"
        + "`1110000000001,8.80,退款成功, \r\n";

    private const string End = "总交易单数, 总交易金额, 总退款金额\r\n2,88.88,8.80,\r\n";

    public static TheoryData<string> Vectors
        => [.. File().GetProperty("vectors").EnumerateArray()
            .Select(static v => v.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_request_is_signed_in_the_documented_order(string name)
    {
        using var bench = new TenpayBench();
        var vector = File().GetProperty("vectors").EnumerateArray().Single(
            v => v.GetProperty("name").ValueEquals(name));
        File().GetProperty("key").GetString().ShouldBe(TenpayVectors.GatewayKey);

        var signed = TenpayBilling.Sign(
            bench.Account(TenpayBench.Gateway),
            [.. vector.GetProperty("fields").EnumerateObject().Select(
                static f => KeyValuePair.Create(f.Name, f.Value.GetString()!))]);

        signed[^1].Value.ShouldBe(vector.GetProperty("sign").GetString());
    }

    [Fact]
    public async Task Payments_and_refunds_are_read_whatever_blanks_and_marks_they_have()
    {
        var rows = await ReadAsync(Names + Paid + Refunded + End);

        rows.Count.ShouldBe(2);
        (rows[0].Kind, rows[0].OutTradeNo, rows[0].Total, rows[0].ChannelRefundNo).ShouldBe(
            (BillRowKind.Payment, "A1", Money.OfFen(8_888), null));
        (rows[1].Kind, rows[1].OutTradeNo, rows[1].Total, rows[1].ChannelRefundNo).ShouldBe(
            (BillRowKind.Refund, "A1", Money.OfFen(880), "1110000000001"));
        rows[0].At.ShouldBe(new DateTimeOffset(2026, 1, 2, 10, 0, 5, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("2,88.88,8.80,", "3,88.88,8.80,", "totals")]
    [InlineData("2,88.88,8.80,", "2,88.89,8.80,", "totals")]
    [InlineData("2,88.88,8.80,", "2,88.88,8.81,", "totals")]
    [InlineData("订单交易金额", "别的", "订单交易金额")]
    [InlineData(" 88.88, `0", " 88,88, `0", "")]
    [InlineData("总交易单数, 总交易金额, 总退款金额\r\n2,88.88,8.80,\r\n", "", "without its totals")]
    public async Task A_bill_that_contradicts_itself_is_broken(string was, string now, string why)
    {
        var altered = (Names + Paid + Refunded + End).Replace(was, now, StringComparison.Ordinal);

        (await Should.ThrowAsync<BillBrokenException>(() => ReadAsync(altered)))
            .Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("03020003:该日对账单尚未生成", false)]
    [InlineData("03020120:昨日对账单未生成或没有符合条件的交易", false)]
    [InlineData("03020123:对账单文件不存在或没有符合条件的交易", true)]
    public async Task A_code_in_its_place_says_whether_there_will_be_one(string said, bool isFinal)
        => (await Should.ThrowAsync<BillAbsentException>(
            () => ReadAsync($"<html><body>{said}</body></html>"))).IsFinal.ShouldBe(isFinal);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>03020001:签名错误</body></html>")]
    public async Task Anything_else_is_broken(string said)
        => await Should.ThrowAsync<BillBrokenException>(() => ReadAsync(said));

    private static JsonElement File() => JsonDocument.Parse(System.IO.File.ReadAllBytes(
        RepositoryRoot.Of("tests", "vectors", "tenpay_bills.json"))).RootElement;

    private static async Task<List<BillRow>> ReadAsync(string text)
    {
        using var lines = new BillLines(new StreamReader(
            new MemoryStream(TextCharset.Gbk.Encoding.GetBytes(text)), TextCharset.Gbk.Encoding));
        return await TenpayBill.ReadAsync(lines, default).ToListAsync();
    }
}
