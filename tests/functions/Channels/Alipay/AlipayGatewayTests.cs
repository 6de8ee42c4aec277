using System.Text.Json;
using System.Web;
using Microsoft.AspNetCore.Http;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Channels.Wire;

namespace PayFunctions.Tests.Channels.Alipay;

public sealed class AlipayGatewayTests : IAsyncLifetime
{
    private const string QueryRoot = "alipay_trade_query_response";
    private const string CloseRoot = "alipay_trade_close_response";

    private static readonly TradeReference Trade = An.Trade;
    private static readonly Unknown NotAnAnswer
        = new("the answer is cut off or not an answer to this");

    private static readonly string Paid = Inner("TRADE_SUCCESS");

    private LoopbackChannel gateway = null!;
    private AlipayBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        gateway = await LoopbackChannel.StartAsync();
        bench = Bench();
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await gateway.DisposeAsync();
    }

    [Theory]
    [InlineData("TRADE_SUCCESS")]
    [InlineData("TRADE_FINISHED")]
    public async Task A_paid_trade_has_succeeded(string status)
    {
        gateway.Says(Signed.Answer(QueryRoot, Inner(status)));

        var outcome = await QueryAsync();

        outcome.ShouldBe(new Succeeded(
            Money.OfFen(8888), "2026010222001455611400000001", An.Now.AddSeconds(4)));
    }

    [Fact]
    public async Task A_closed_trade_is_declined_and_an_unpaid_one_waits()
    {
        gateway.Says(Signed.Answer(QueryRoot, Inner("TRADE_CLOSED")));
        (await QueryAsync()).ShouldBe(new Declined("TRADE_CLOSED"));

        gateway.Says(Signed.Answer(QueryRoot, Inner("WAIT_BUYER_PAY")));
        (await QueryAsync()).ShouldBe(new Waiting("WAIT_BUYER_PAY"));
    }

    [Theory]
    [InlineData("40004 ACQ.TRADE_NOT_EXIST", "Waiting", "Declined")]
    [InlineData("40004 TRADE_NOT_EXIST", "Waiting", "Declined")]
    [InlineData("40004 ACQ.TRADE_NOT_EXIST other", "Unknown", "Unknown")]
    [InlineData("40004 ACQ.TRADE_STATUS_ERROR", "Unknown", "Waiting")]
    [InlineData("40004 ACQ.REASON_TRADE_STATUS_INVALID", "Unknown", "Waiting")]
    [InlineData("40004 ACQ.REASON_ILLEGAL_STATUS", "Unknown", "Waiting")]
    [InlineData("40004 ACQ.SYSTEM_ERROR", "Unknown", "Unknown")]
    [InlineData("40004 ACQ.INVALID_PARAMETER", "Unknown", "Unknown")]
    [InlineData("40004 -", "Unknown", "Unknown")]
    [InlineData("20000 ACQ.TRADE_NOT_EXIST", "Unknown", "Unknown")]
    [InlineData("20000 isp.unknow-error", "Unknown", "Unknown")]
    [InlineData("40002 isv.invalid-signature", "Unknown", "Unknown")]
    [InlineData("10003 - mine", "Unknown", "Unknown")]
    [InlineData("10000 - mine", "Unknown", "Declined")]
    [InlineData("10000 - mine TRADE_PENDING", "Unknown", "Declined")]
    [InlineData("10000 - - TRADE_SUCCESS", "Unknown", "Unknown")]
    [InlineData("10000 - other TRADE_CLOSED", "Unknown", "Unknown")]
    [InlineData("- - mine TRADE_CLOSED", "Unknown", "Unknown")]
    public async Task Every_signed_answer_has_one_meaning(string said, string query, string close)
    {
        string[] names = ["code", "sub_code", "out_trade_no", "trade_status"];
        var inner = JsonSerializer.Serialize(names.Zip(said.Split(' '))
            .Where(static field => field.Second is not "-")
            .ToDictionary(
                static field => field.First,
                static field => field.Second is "mine" ? An.Number.ToString() : field.Second,
                StringComparer.Ordinal));

        gateway.Says(Signed.Answer(QueryRoot, inner));
        (await QueryAsync()).GetType().Name.ShouldBe(query);

        gateway.Says(Signed.Answer(CloseRoot, inner));
        (await CloseAsync()).GetType().Name.ShouldBe(close);
    }

    [Theory]
    [InlineData("total_amount")]
    [InlineData("trade_no")]
    [InlineData("send_pay_date")]
    public async Task A_paid_trade_with_an_unreadable_field_is_unknown(string field)
    {
        gateway.Says(Signed.Answer(
            QueryRoot,
            Paid.Replace($"\"{field}\":\"", $"\"{field}\":\"-", StringComparison.Ordinal)));

        (await QueryAsync()).ShouldBeOfType<Unknown>().Reason.ShouldContain(field);
    }

    [Fact]
    public async Task A_close_is_confirmed_by_name()
    {
        gateway.Says(Signed.Answer(
            CloseRoot, $$"""{"code":"10000","msg":"Success","out_trade_no":"{{An.Number}}"}"""));
        (await CloseAsync()).ShouldBe(new Declined("closed"));

        gateway.Says(Signed.Answer(
            CloseRoot, """{"code":"40004","msg":"m","sub_code":"ACQ.TRADE_NOT_EXIST"}"""));
        (await CloseAsync()).ShouldBe(new Declined("never began"));
    }

    [Fact]
    public async Task The_request_is_signed_and_split_between_query_and_body()
    {
        gateway.Says(Signed.Answer(QueryRoot, Paid));

        await QueryAsync();

        var (target, contentType, body) = gateway.Asked.ShouldHaveSingleItem();
        contentType.ShouldBe("application/x-www-form-urlencoded;charset=utf-8");
        body.ShouldBe($"biz_content=%7B%22out_trade_no%22%3A%22{An.Number}%22%7D");
        target.ShouldStartWith(
            "/gateway.do?app_id=2021000000000001&method=alipay.trade.query&charset=utf-8"
            + "&sign_type=RSA2&timestamp=2026-01-02+03%3A04%3A05&version=1.0&format=JSON&sign=");
        HttpUtility.ParseQueryString(target.Split('?')[1])["sign"].ShouldBe(Signed.By(
            AlipayVectors.Merchant,
            $$"""app_id=2021000000000001&biz_content={"out_trade_no":"{{An.Number}}"}"""
            + "&charset=utf-8&format=JSON&method=alipay.trade.query&sign_type=RSA2"
            + "&timestamp=2026-01-02 03:04:05&version=1.0"));
    }

    [Fact]
    public async Task Slashes_escaped_after_signing_are_understood()
    {
        var inner = Paid.Replace("}", ",\"store_name\":\"a/b\"}", StringComparison.Ordinal);
        var wire = inner.Replace("/", "\\/", StringComparison.Ordinal);
        var sign = Signed.By(AlipayVectors.Gateway, inner);
        gateway.Says($$"""{"{{QueryRoot}}":{{wire}},"sign":"{{sign}}"}""");

        (await QueryAsync()).ShouldBeOfType<Succeeded>();
    }

    [Fact]
    public async Task A_gbk_account_reads_gbk_answers()
    {
        using var gbk = Bench(("charset", "gbk"));
        var inner = Paid.Replace("}", ",\"store_name\":\"南京一店\"}", StringComparison.Ordinal);
        var bytes = Signed.Gbk.GetBytes(Signed.Answer(QueryRoot, inner, encoding: Signed.Gbk));
        gateway.Answer = context => context.Response.Body.WriteAsync(bytes).AsTask();

        (await gbk.Channel.QueryAsync(Trade, CancellationToken.None)).ShouldBeOfType<Succeeded>();
        (await QueryAsync()).ShouldBe(new Unknown("the answer is not in the account's charset"));
    }

    [Fact]
    public async Task What_is_not_signed_by_Alipay_is_unknown()
    {
        gateway.Says(Signed.Answer(QueryRoot, Paid, AlipayVectors.Merchant));
        (await QueryAsync()).ShouldBe(new Unknown("the answer's signature is wrong"));

        gateway.Says($$"""{"{{QueryRoot}}":{{Paid}}}""");
        (await QueryAsync()).ShouldBe(new Unknown("the answer is not signed"));

        gateway.Says("""{"error_response":{"code":"40002","sub_code":"isv.invalid-app-id"}}""");
        (await QueryAsync()).ShouldBe(new Unknown("an unsigned error"));

        gateway.Says(Signed.Answer("error_response", Paid));
        (await QueryAsync()).ShouldBeOfType<Unknown>();

        gateway.Says(Signed.Answer(QueryRoot, Paid)[..^20]);
        (await QueryAsync()).ShouldBe(NotAnAnswer);

        gateway.Says(Signed.Answer(CloseRoot, Paid));
        (await QueryAsync()).ShouldBe(NotAnAnswer);
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_and_then_unknown()
    {
        gateway.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await QueryAsync()).ShouldBeOfType<Unknown>().Reason.ShouldStartWith("no answer: ");
        gateway.Asked.Count.ShouldBe(3);
        (await CloseAsync()).ShouldBeOfType<Unknown>();
        gateway.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Trouble_that_passes_is_not_seen()
    {
        gateway.Answer = context =>
        {
            context.Response.StatusCode = gateway.Asked.Count < 3 ? 500 : 200;
            return context.Response.WriteAsync(Signed.Answer(QueryRoot, Paid));
        };

        (await QueryAsync()).ShouldBeOfType<Succeeded>();
        gateway.Asked.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    [InlineData(403, 1)]
    [InlineData(302, 1)]
    [InlineData(204, 1)]
    public async Task Another_status_is_unknown_whatever_the_body_says(int status, int asked)
    {
        gateway.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = $"{gateway.Origin}/followed";
            return status == 204
                ? Task.CompletedTask
                : context.Response.WriteAsync(Signed.Answer(QueryRoot, Paid));
        };

        (await QueryAsync()).ShouldBe(new Unknown($"HTTP status {status}"));
        gateway.Asked.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
    {
        var trade = An.TradeOf("gone");

        (await bench.Channel.QueryAsync(trade, CancellationToken.None))
            .ShouldBe(new Unknown("the account cannot be used"));
        (await bench.Channel.CloseAsync(trade, CancellationToken.None))
            .ShouldBe(new Unknown("the account cannot be used"));
    }

    private static string Inner(string status)
        => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = "10000",
            ["msg"] = "Success",
            ["out_trade_no"] = An.Number.ToString(),
            ["send_pay_date"] = "2026-01-02 03:04:09",
            ["total_amount"] = "88.88",
            ["trade_no"] = "2026010222001455611400000001",
            ["trade_status"] = status,
        });

    private Task<ChannelOutcome> QueryAsync()
        => bench.Channel.QueryAsync(Trade, CancellationToken.None);

    private Task<ChannelOutcome> CloseAsync()
        => bench.Channel.CloseAsync(Trade, CancellationToken.None);

    private AlipayBench Bench(params (string, string?)[] settings)
        => new([
            ("gateway_uri", gateway.Origin + "/gateway.do"),
            ("Channels:RetryDelay", "00:00:00"),
            ("Channels:BreakerCalls", "1000"),
            .. settings]);
}
