using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Codes that the payer shows: <c>alipay.trade.pay</c>.</summary>
public sealed class AlipayChargeTests : IAsyncLifetime
{
    private const string Method = "trade.pay";

    private static readonly (string Name, string? Value)[] Usual =
    [
        ("code", "10000"), ("msg", "Success"), ("gmt_payment", "2026-01-02 03:04:09"),
        ("out_trade_no", An.Number.ToString()), ("total_amount", "88.88"),
        ("trade_no", An.TradeNo),
    ];

    private AlipayTalk talk = null!;

    public static TheoryData<string> Refusals =>
    [
        "INVALID_PARAMETER", "ACCESS_FORBIDDEN", "EXIST_FORBIDDEN_WORD", "PARTNER_ERROR",
        "TOTAL_FEE_EXCEED", "PAYMENT_AUTH_CODE_INVALID", "BUYER_BALANCE_NOT_ENOUGH",
        "BUYER_BANKCARD_BALANCE_NOT_ENOUGH", "ERROR_BALANCE_PAYMENT_DISABLE",
        "BUYER_SELLER_EQUAL", "BUYER_ENABLE_STATUS_FORBID", "PULL_MOBILE_CASHIER_FAIL",
        "MOBILE_PAYMENT_SWITCH_OFF", "PAYMENT_FAIL", "BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
        "BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR", "BEYOND_PAY_RESTRICTION",
        "BEYOND_PER_RECEIPT_RESTRICTION", "BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        "BEYOND_PER_RECEIPT_DAY_RESTRICTION", "SELLER_BEEN_BLOCKED",
        "ERROR_BUYER_CERTIFY_LEVEL_LIMIT", "PAYMENT_REQUEST_HAS_RISK",
        "NO_PAYMENT_INSTRUMENTS_AVAILABLE", "USER_FACE_PAYMENT_SWITCH_OFF", "INVALID_STORE_ID",
        "SUB_MERCHANT_CREATE_FAIL", "SUB_MERCHANT_TYPE_INVALID", "MERCHANT_AGREEMENT_NOT_EXIST",
        "MERCHANT_AGREEMENT_INVALID", "MERCHANT_STATUS_NOT_NORMAL", "BUYER_NOT_EXIST",
        "PAYER_UNMATCHED", "SELLER_NOT_EXIST", "PRODUCT_AMOUNT_LIMIT_ERROR",
        "REQUEST_AMOUNT_EXCEED", "NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "RISK_MERCHANT_IP_NOT_EXIST",
        "AUTH_NO_ERROR", "AUTH_AMOUNT_NOT_ENOUGH", "AUTH_ORDER_NOT_PAID",
        "AUTH_ORDER_HAS_FINISHED", "AUTH_ORDER_HAS_CLOSED", "PRE_AUTH_PROD_CODE_INCONSISTENT",
        "AGREEMENT_NOT_EXIST", "AGREEMENT_INVALID", "AGREEMENT_STATUS_NOT_NORMAL",
        "AGREEMENT_ERROR", "CYCLE_PAY_DATE_NOT_MATCH", "CYCLE_PAY_SINGLE_FEE_EXCEED",
        "CYCLE_PAY_TOTAL_FEE_EXCEED", "CYCLE_PAY_TOTAL_TIMES_EXCEED", "OVER_MAX_DEDUCT_COUNT",
        "OVER_DEDUCT_PERIOD",
        "SECONDARY_MERCHANT_STATUS_ERROR", "MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT",
    ];

    public static TheoryData<string> Unsure =>
    [
        "SYSTEM_ERROR", "TRADE_HAS_SUCCESS", "TRADE_HAS_CLOSE", "CONTEXT_INCONSISTENT",
        "TRADE_BUYER_NOT_MATCH", "TRADE_STATUS_ERROR", "TRADE_SETTLE_ERROR",
        "SOMETHING_NEW",
        "MERCHANT_PERM_RECEIPT_", "payment_fail", "",
    ];

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_request_names_the_order_its_end_the_code_and_where_to_notify()
    {
        Paid();

        await ChargeAsync();

        talk.Common()["method"].ShouldBe("alipay.trade.pay");
        talk.Common()["notify_url"].ShouldBe("https://pay.example.com/notify/alipay/main?x=1&y=2");
        talk.Content().ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","total_amount":"88.88","subject":"测试商品","""
            + "\"product_code\":\"FACE_TO_FACE_PAYMENT\",\"time_expire\":\"2026-01-02 05:04:05\","
            + "\"scene\":\"bar_code\",\"auth_code\":\"281234567890123456\"}");
    }

    [Fact]
    public async Task A_paid_charge_has_succeeded()
    {
        Paid();

        (await ChargeAsync()).ShouldBe(
            new Succeeded(Money.OfFen(8888), An.TradeNo, An.Now.AddSeconds(4)));
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_is_waited_for()
    {
        talk.Says(Method, ("code", "10003"), ("msg", " order success pay inprocess"),
            ("out_trade_no", An.Number.ToString()), ("total_amount", "88.88"));

        (await ChargeAsync()).ShouldBe(new Waiting("the payer has to confirm"));
    }

    [Theory]
    [InlineData("total_amount", "88.87", "paid, but another amount")]
    [InlineData("total_amount", "",
        "paid, but trade_no, total_amount or gmt_payment is unreadable")]
    [InlineData("trade_no", null, "paid, but trade_no, total_amount or gmt_payment is unreadable")]
    [InlineData("gmt_payment", "now",
        "paid, but trade_no, total_amount or gmt_payment is unreadable")]
    [InlineData("out_trade_no", null, "the answer is not about this trade")]
    [InlineData("out_trade_no", "other", "the answer is not about this trade")]
    public async Task A_paid_charge_that_differs_is_asked_about(
        string name, string? value, string reason)
    {
        Paid((name, value));

        (await ChargeAsync()).ShouldBe(new Unknown(reason));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_clear_refusal_is_declined(string code)
    {
        talk.Refuses(Method, "40004", "ACQ." + code);

        (await ChargeAsync()).ShouldBe(new Declined($"40004 ACQ.{code}"));
    }

    [Theory]
    [MemberData(nameof(Unsure))]
    public async Task A_refusal_that_may_hide_a_payment_is_asked_about(string code)
    {
        talk.Refuses(Method, "40004", "ACQ." + code);

        (await ChargeAsync()).ShouldBeOfType<Unknown>();
    }

    [Theory]
    [InlineData("10000", "Unknown")]
    [InlineData("10003", "Waiting")]
    [InlineData("20000", "Unknown")]
    [InlineData("20001", "Declined")]
    [InlineData("40001", "Declined")]
    [InlineData("40002", "Declined")]
    [InlineData("40003", "Declined")]
    [InlineData("40004", "Unknown")]
    [InlineData("40005", "Unknown")]
    [InlineData("40006", "Declined")]
    [InlineData("", "Unknown")]
    public async Task Every_code_has_one_meaning(string code, string outcome)
    {
        talk.Refuses(Method, code, subCode: null);

        (await ChargeAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("10000", "Unknown")]
    [InlineData("10003", "Unknown")]
    [InlineData("20000", "Unknown")]
    [InlineData("40002", "Declined")]
    [InlineData("40004", "Unknown")]
    public async Task An_error_of_the_gateway_itself_pays_nothing(string code, string outcome)
    {
        var inner = AlipayTalk.Json(("code", code), ("sub_code", "ACQ.PAYMENT_FAIL"));
        talk.Gateway.Says(Signed.Answer("error_response", inner));
        (await ChargeAsync()).GetType().Name.ShouldBe(outcome);

        talk.Gateway.Says($$"""{"error_response":{{inner}}}""");
        (await ChargeAsync()).ShouldBe(new Unknown("an unsigned error"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(429)]
    public async Task Another_status_is_unknown(int status)
    {
        talk.Gateway.Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        (await ChargeAsync()).ShouldBe(new Unknown($"HTTP status {status}"));
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_charge_is_never_repeated_by_itself()
    {
        talk.Gateway.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await ChargeAsync()).ShouldBeOfType<Unknown>();
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrongly_signed_answer_is_unknown_whatever_it_says()
    {
        talk.Gateway.Says(Signed.Answer(
            AlipayTalk.RootOf(Method),
            AlipayTalk.Json(("code", "40004"), ("sub_code", "ACQ.PAYMENT_FAIL")),
            AlipayVectors.Merchant));

        (await ChargeAsync()).ShouldBe(new Unknown("the answer's signature is wrong"));
    }

    [Theory]
    [InlineData("25", 16, true)]
    [InlineData("28", 18, true)]
    [InlineData("29", 24, true)]
    [InlineData("30", 24, true)]
    [InlineData("24", 18, false)]
    [InlineData("31", 18, false)]
    [InlineData("10", 18, false)]
    [InlineData("28", 15, false)]
    [InlineData("28", 25, false)]
    [InlineData("2a", 18, false)]
    [InlineData("fp", 35, false)]
    public void Alipay_s_codes_are_known_by_their_first_digits(
        string start, int length, bool accepted)
    {
        var code = PayerCode.Of(start.PadRight(length, '1')).ShouldNotBeNull();

        talk.Channel.Accepts("alipay_barcode", code).ShouldBe(accepted);
        talk.Channel.Accepts("alipay_page", code).ShouldBeFalse();
    }

    private void Paid(params (string Name, string? Value)[] changes)
        => talk.Says(Method,
        [
            .. Usual.Where(f => !changes.Any(c => c.Name == f.Name)),
            .. changes,
        ]);

    private Task<ChannelOutcome> ChargeAsync()
        => talk.Channel.ChargeAsync(An.ChargeRequest(), CancellationToken.None);
}
