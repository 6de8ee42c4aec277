using System.Security.Cryptography;
using System.Text;

namespace PayFunctions.Tests.Sdk.Client;

/// <summary>Lists, statements and clearings.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private const string Page = """
        {"payments":[{"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7",
        "out_trade_no":"T-2026_0001","trade_state":"REFUND","total_fee":100,"fee_type":"CNY",
        "subject":"茶","time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T06:00:00Z",
        "order_version":5}],"has_more":true,
        "next_cursor":"639029808000000000-5Z7K2M9QW3E8R1T6Y4V0B2N8C7","request_id":"r-9"}
        """;

    private const string Cleared = """
        {"app_id":"shop","date":"2026-01-02","clearing_state":"PAID","payments":2,
        "payment_fee":300,"refunds":1,"refund_fee":100,"service_fee":3,"net_fee":197,
        "late_fee":0,"carried_in":-7,"payout_fee":190,"carried_out":0,"due_on":"2026-01-05",
        "payout_no":"P-1","time_paid":"2026-01-05T01:00:00Z","request_id":"r-10"}
        """;

    private const string File = "time,kind\r\n2026-01-02 12:00:00,PAYMENT\r\n";

    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_page_says_where_the_next_one_begins()
    {
        _gateway.Answer = Page;

        var page = (await _gateway.Client().ListAsync(new PaymentListRequest
        {
            From = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.FromHours(8)),
            To = new DateTimeOffset(2026, 1, 3, 0, 0, 0, TimeSpan.FromHours(8)),
            Cursor = "1-A",
            Limit = 1,
            TradeState = TradeState.UserPaying,
            Channel = "alipay_page",
        })).Value.ShouldNotBeNull();

        _gateway.Calls.ShouldHaveSingleItem().Target.ShouldBe(
            "/v1/payments?from=2026-01-01T16:00:00Z&to=2026-01-02T16:00:00Z&cursor=1-A&limit=1"
            + "&trade_state=USERPAYING&channel=alipay_page");
        page.HasMore.ShouldBeTrue();
        page.NextCursor.ShouldBe("639029808000000000-5Z7K2M9QW3E8R1T6Y4V0B2N8C7");
        var payment = page.Payments.ShouldHaveSingleItem();
        (payment.OutTradeNo, payment.TradeState, payment.IsPaid, payment.Refunds.Count)
            .ShouldBe(("T-2026_0001", TradeState.Refund, true, 0));
    }

    [Theory]
    [InlineData(false, false, "/v1/statements/2026-01-02")]
    [InlineData(true, false, "/v1/statements/2026-01-02?charset=gbk")]
    [InlineData(false, true, "/v1/statements/2026-01-02?bom=true")]
    public async Task A_statement_comes_with_its_hash(bool gbk, bool mark, string target)
    {
        Serve(File);

        var statement = (await _gateway.Client().GetStatementAsync(
            new StatementRequest(new DateOnly(2026, 1, 2)) { IsGbk = gbk, HasMark = mark }))
            .Value.ShouldNotBeNull();

        Encoding.UTF8.GetString(statement.Content.Span).ShouldBe(File);
        _gateway.Calls.ShouldHaveSingleItem().Target.ShouldBe(target);
    }

    [Theory]
    [InlineData("sha-256=:AAAA:")]
    [InlineData("")]
    public async Task A_statement_whose_hash_is_another_is_none(string digest)
    {
        Serve(File);
        _gateway.Headers["Content-Digest"] = digest;

        var result = await _gateway.Client().GetStatementAsync(
            new StatementRequest(new DateOnly(2026, 1, 2)));

        result.Value.ShouldBeNull();
        result.Problem.ShouldNotBeNull().Code.ShouldBe(PayProblemCodes.AnswerMalformed);
    }

    [Fact]
    public async Task A_refusal_is_a_problem()
    {
        (_gateway.Answer, _gateway.Status, _gateway.ContentType) =
            (Answers.NotFound, 404, "application/problem+json");

        (await _gateway.Client().GetStatementAsync(
            new StatementRequest(new DateOnly(2026, 1, 2)))).Problem.ShouldNotBeNull()
            .Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task What_is_owed_for_a_day_is_told()
    {
        _gateway.Answer = Cleared;

        var day = (await _gateway.Client().QueryClearingAsync(new DateOnly(2026, 1, 2)))
            .Value.ShouldNotBeNull();

        _gateway.Calls.ShouldHaveSingleItem().Target.ShouldBe("/v1/clearings/2026-01-02");
        (day.NetFee, day.CarriedIn, day.PayoutFee, day.DueOn, day.PayoutNo).ShouldBe(
            (197, -7, 190, new DateOnly(2026, 1, 5), "P-1"));
    }

    private void Serve(string file)
    {
        (_gateway.Answer, _gateway.ContentType) = (file, "text/csv; charset=utf-8");
        _gateway.Headers["Content-Digest"] =
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(file)))}:";
    }
}
