using System.Security.Cryptography;
using System.Text;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Statements;

public sealed class StatementCallTests
{
    private const string Names =
        "time,kind,transaction_id,out_trade_no,out_request_no,channel,channel_trade_no,amount,"
        + "fee,net\r\n";

    private readonly TestGateway gateway = new();

    [Fact]
    public async Task A_closed_day_is_a_file_with_its_totals_and_its_hash()
    {
        var order = await gateway.PayOrderAsync();
        await gateway.RefundAsync(("refund_fee", "30"));
        await CloseAsync();

        var answer = await GetAsync("2026-03-01");

        answer.Status.ShouldBe(200, answer.Text);
        answer.Text.ShouldBe(
            Names
            + $"2026-03-01 20:00:00,PAYMENT,{order.Id},A-1,,test_page,T-1,1.00,0.00,1.00\r\n"
            + $"2026-03-01 20:00:00,REFUND,{order.Id},A-1,R-1,test_page,T-1,-0.30,0.00,-0.30\r\n"
            + "total,\"1 payments, 1 refunds\",,,,,,0.70,0.00,0.70\r\n");
        answer.Headers["Content-Digest"].ToString().ShouldBe(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(answer.Bytes))}:");
        answer.Headers.ContentType.ToString().ShouldBe("text/csv; charset=utf-8");
    }

    [Fact]
    public async Task A_mark_is_put_in_front_on_request_and_GBK_is_another_encoding()
    {
        await gateway.PayOrderAsync();
        await CloseAsync();

        var plain = await GetAsync("2026-03-01");
        var marked = await GetAsync("2026-03-01?bom=true");
        var gbk = await GetAsync("2026-03-01?charset=gbk");

        marked.Bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        marked.Bytes[3..].ShouldBe(plain.Bytes);
        CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetString(gbk.Bytes)
            .ShouldBe(plain.Text);
        gbk.Headers.ContentType.ToString().ShouldEndWith("charset=gb2312");
    }

    [Fact]
    public async Task Another_merchants_money_is_in_no_file()
    {
        await gateway.PayOrderAsync();
        await CloseAsync();

        var answer = await gateway.SendAsync(
            MerchantRequest.Get("/v1/statements/2026-03-01") with { By = TestMerchant.Other });

        answer.Text.ShouldStartWith(Names + "total,\"0 payments, 0 refunds\"");
    }

    [Theory]
    [InlineData("2026-03-01", "DAY_NOT_CLOSED")]
    [InlineData("2026-03-02", "DAY_NOT_CLOSED")]
    [InlineData("9999-12-31", "DAY_NOT_CLOSED")]
    [InlineData("0001-01-01", "DAY_NOT_KEPT")]
    [InlineData("2024-01-01", "DAY_NOT_KEPT")]
    [InlineData("2026-02-30", "PARAMETER_INVALID")]
    [InlineData("20260228", "PARAMETER_INVALID")]
    [InlineData("2026-02-28?charset=utf-16", "PARAMETER_INVALID")]
    [InlineData("2026-02-28?charset=gbk&bom=true", "PARAMETER_INVALID")]
    [InlineData("2026-02-28?color=red", "PARAMETER_INVALID")]
    [InlineData("2026-02-28?bom=true&bom=true", "PARAMETER_DUPLICATED")]
    public async Task What_cannot_be_shown_is_refused_by_name(string target, string code)
        => (await GetAsync(target)).Code.ShouldBe(code);

    private Task<Answer> GetAsync(string target)
        => gateway.SendAsync(MerchantRequest.Get("/v1/statements/" + target));

    private async Task CloseAsync()
    {
        await gateway.Journal.WriteAsync(gateway.Orders.Posted, CancellationToken.None);
        gateway.Clock.AdvanceTo(
            BeijingDay.StartOf(new DateOnly(2026, 3, 2)) + TimeSpan.FromHours(2));
    }
}
