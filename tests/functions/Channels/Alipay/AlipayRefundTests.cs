using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Refunds, and questions about them.</summary>
public sealed class AlipayRefundTests : IAsyncLifetime
{
    private const string Method = "trade.refund";
    private const string Question = "trade.fastpay.refund.query";

    private static readonly (string Name, string? Value)[] Moved =
    [
        ("code", "10000"), ("msg", "Success"), ("fund_change", "Y"), ("refund_fee", "8.80"),
        ("gmt_refund_pay", "2026-01-02 03:05:00"), ("out_trade_no", An.Number.ToString()),
        ("trade_no", An.TradeNo),
    ];

    private static readonly (string Name, string? Value)[] Found =
    [
        ("code", "10000"), ("msg", "Success"), ("refund_status", "REFUND_SUCCESS"),
        ("refund_amount", "8.80"), ("total_amount", "88.88"),
        ("gmt_refund_pay", "2026-01-02 03:05:00"), ("out_trade_no", An.Number.ToString()),
        ("out_request_no", An.RefundNumber.ToString()), ("trade_no", An.TradeNo),
    ];

    private static readonly RefundSucceeded Done = new(null, An.Now.AddSeconds(55));

    private AlipayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_request_names_trade_amount_number_and_reason()
    {
        Says(Method, Moved);

        await RefundAsync();

        talk.Common()["method"].ShouldBe("alipay.trade.refund");
        talk.Content().ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","refund_amount":"8.80","""
            + $"\"out_request_no\":\"{An.RefundNumber}\",\"refund_reason\":\"正常退款\"}}");
    }

    [Fact]
    public async Task A_reason_may_be_missing_and_not_be_too_long()
    {
        Says(Method, Moved);

        await RefundAsync(An.RefundRequest(reason: null));
        await RefundAsync(An.RefundRequest(reason: new string('退', 300)));

        talk.Content().ShouldNotContain("refund_reason");
        talk.Content(1).ShouldContain($"\"{new string('退', 256)}\"");
    }

    [Fact]
    public async Task Money_that_moved_by_this_call_went_back()
    {
        Says(Method, Moved);
        (await RefundAsync()).ShouldBe(Done);

        // The sum of all refunds of the trade: larger than this one.
        Says(Method, Moved, ("refund_fee", "88.88"), ("gmt_refund_pay", null));
        (await RefundAsync()).ShouldBe(new RefundSucceeded(null, null));
    }

    [Fact]
    public async Task A_repetition_moves_nothing_and_proves_nothing()
    {
        Says(Method, Moved, ("fund_change", "N"));
        (await RefundAsync()).ShouldBe(new RefundPending("no money moved by this call"));

        Says(Method, Moved, ("fund_change", null));
        (await RefundAsync()).ShouldBe(new RefundUnknown("the answer has no known fund_change"));

        Says(Method, Moved, ("fund_change", "y"));
        (await RefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData("refund_fee", "8.79")]
    [InlineData("refund_fee", "88.89")]
    [InlineData("refund_fee", "x")]
    [InlineData("refund_fee", null)]
    [InlineData("out_trade_no", "other")]
    [InlineData("out_trade_no", null)]
    [InlineData("trade_no", "2026010222001455611400000002")]
    public async Task A_refund_that_contradicts_itself_is_asked_about(string name, string? value)
    {
        Says(Method, Moved, (name, value));

        (await RefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData("40004 SELLER_BALANCE_NOT_ENOUGH", "RefundDeclined")]
    [InlineData("40004 REFUND_AMT_NOT_EQUAL_TOTAL", "RefundDeclined")]
    [InlineData("40004 REASON_TRADE_BEEN_FREEZEN", "RefundDeclined")]
    [InlineData("40004 TRADE_HAS_FINISHED", "RefundDeclined")]
    [InlineData("40004 TRADE_STATUS_ERROR", "RefundDeclined")]
    [InlineData("40004 DISCORDANT_REPEAT_REQUEST", "RefundDeclined")]
    [InlineData("40004 REASON_TRADE_REFUND_FEE_ERR", "RefundDeclined")]
    [InlineData("40004 TRADE_NOT_ALLOW_REFUND", "RefundDeclined")]
    [InlineData("40004 REFUND_FEE_ERROR", "RefundDeclined")]
    [InlineData("40004 TRADE_HAS_CLOSE", "RefundDeclined")]
    [InlineData("40004 REASON_TRADE_STATUS_INVALID", "RefundDeclined")]
    [InlineData("40004 NOT_ALLOW_PARTIAL_REFUND", "RefundDeclined")]
    [InlineData("40004 ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND", "RefundDeclined")]
    [InlineData("40004 CURRENCY_NOT_SUPPORT", "RefundDeclined")]
    [InlineData("40004 REFUND_CHARGE_ERROR", "RefundDeclined")]
    [InlineData("40004 CUSTOMER_VALIDATE_ERROR", "RefundDeclined")]
    [InlineData("40004 INVALID_PARAMETER", "RefundDeclined")]
    [InlineData("40004 BUYER_NOT_EXIST", "RefundStuck")]
    [InlineData("40004 BUYER_ENABLE_STATUS_FORBID", "RefundStuck")]
    [InlineData("40004 BUYER_ERROR", "RefundStuck")]
    [InlineData("40004 SYSTEM_ERROR", "RefundUnknown")]
    [InlineData("40004 TRADE_NOT_EXIST", "RefundUnknown")]
    [InlineData("40004 SOMETHING_NEW", "RefundUnknown")]
    [InlineData("20000 SELLER_BALANCE_NOT_ENOUGH", "RefundUnknown")]
    [InlineData("40002 invalid-signature", "RefundUnknown")]
    [InlineData("40005 app-call-limited", "RefundUnknown")]
    [InlineData("40006 insufficient-isv-permissions", "RefundUnknown")]
    public async Task Every_refusal_has_one_meaning(string said, string outcome)
    {
        var codes = said.Split(' ');
        talk.Refuses(Method, codes[0], "ACQ." + codes[1]);
        (await RefundAsync()).GetType().Name.ShouldBe(outcome);

        talk.Gateway.Says(Signed.Answer(
            "error_response", AlipayTalk.Json(("code", codes[0]), ("sub_code", codes[1]))));
        (await RefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task A_question_names_trade_and_refund()
    {
        Says(Question, Found);

        await AskAsync();

        talk.Common()["method"].ShouldBe("alipay.trade.fastpay.refund.query");
        talk.Content().ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","out_request_no":"{{An.RefundNumber}}","""
            + "\"query_options\":[\"gmt_refund_pay\"]}");
    }

    [Fact]
    public async Task A_refund_that_is_found_whole_went_back()
    {
        Says(Question, Found);
        (await AskAsync()).ShouldBe(Done);

        Says(Question, Found, ("gmt_refund_pay", null), ("total_amount", null));
        (await AskAsync()).ShouldBe(new RefundSucceeded(null, null));
    }

    [Theory]
    [InlineData("refund_status", "REFUND_PROCESSING")]
    [InlineData("refund_status", null)]
    [InlineData("refund_amount", "8.81")]
    [InlineData("refund_amount", null)]
    [InlineData("total_amount", "88.89")]
    [InlineData("out_request_no", "other")]
    [InlineData("out_request_no", null)]
    [InlineData("out_trade_no", "other")]
    [InlineData("out_trade_no", null)]
    [InlineData("trade_no", "2026010222001455611400000002")]
    public async Task A_refund_that_differs_is_unknown(string name, string? value)
    {
        Says(Question, Found, (name, value));

        (await AskAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task An_answer_without_a_word_about_the_refund_says_that_there_is_none()
    {
        talk.Says(Question, ("code", "10000"), ("msg", "Success"));
        (await AskAsync()).ShouldBe(new RefundAbsent("Alipay knows no such refund"));

        talk.Says(Question, ("code", "10000"), ("out_trade_no", An.Number.ToString()));
        (await AskAsync()).ShouldBeOfType<RefundAbsent>();

        talk.Says(Question, ("code", "10000"), ("out_trade_no", "other"));
        (await AskAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData(9, "RefundPending")]
    [InlineData(10, "RefundAbsent")]
    public async Task A_refund_may_be_invisible_for_ten_seconds(int seconds, string outcome)
    {
        talk.Says(Question, ("code", "10000"), ("msg", "Success"));

        var said = await AskAsync(
            An.RefundRequest(requestedAt: An.Now.AddSeconds(-seconds)));

        said.GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("40004", "ACQ.TRADE_NOT_EXIST")]
    [InlineData("40004", "TRADE_NOT_EXIST")]
    [InlineData("40004", "ACQ.SYSTEM_ERROR")]
    [InlineData("40004", "ACQ.INVALID_PARAMETER")]
    [InlineData("20000", "isp.unknow-error")]
    [InlineData("40006", "isv.insufficient-isv-permissions")]
    [InlineData("", null)]
    public async Task A_question_that_is_refused_teaches_nothing(string code, string? subCode)
    {
        talk.Refuses(Question, code, subCode);

        (await AskAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Fact]
    public async Task Questions_are_repeated_and_refunds_are_not()
    {
        talk.Gateway.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await RefundAsync()).ShouldBeOfType<RefundUnknown>();
        talk.Gateway.Asked.Count.ShouldBe(1);
        (await AskAsync()).ShouldBeOfType<RefundUnknown>();
        talk.Gateway.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task An_unsigned_answer_gives_nothing_back()
    {
        talk.Gateway.Says($$"""{"{{AlipayTalk.RootOf(Method)}}":{{AlipayTalk.Json(Moved)}}}""");

        (await RefundAsync()).ShouldBe(new RefundUnknown("the answer is not signed"));
    }

    private void Says(
        string method, (string Name, string? Value)[] usual,
        params (string Name, string? Value)[] changes)
        => talk.Says(
            method,
            [.. usual.Where(f => !changes.Any(c => c.Name == f.Name)), .. changes]);

    private Task<RefundOutcome> RefundAsync(RefundRequest? request = null)
        => talk.Channel.RefundAsync(request ?? An.RefundRequest(), CancellationToken.None);

    private Task<RefundOutcome> AskAsync(RefundRequest? request = null)
        => talk.Channel.QueryRefundAsync(request ?? An.RefundRequest(), CancellationToken.None);
}
