using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Amounts that are frozen, taken and let go.</summary>
public sealed class AlipayHoldTests : IAsyncLifetime
{
    private const string Question = "fund.auth.operation.detail.query";
    private const string Unfreezing = "fund.auth.order.unfreeze";
    private const string Cancelling = "fund.auth.operation.cancel";
    private const string HoldNo = "2026010210002001610000000001";
    private const string Payer = "2088101117955611";

    private static readonly CaptureTerms Terms = new(
        OrderId.Of("shop", "H-1"), 1, 1, AlipayProduct.HoldCode, HoldNo, IsFinal: false);

    private static readonly (string Name, string? Value)[] Frozen =
    [
        ("code", "10000"), ("msg", "Success"), ("auth_no", HoldNo),
        ("out_order_no", An.Number.ToString()), ("out_request_no", An.Number.ToString()),
        ("operation_id", "20260102000001"), ("operation_type", "FREEZE"), ("amount", "88.88"),
        ("status", "SUCCESS"), ("order_status", "AUTHORIZED"), ("payer_user_id", Payer),
        ("gmt_trans", "2026-01-02 03:04:09"),
    ];

    private static readonly (string Name, string? Value)[] Thawed =
    [
        ("code", "10000"), ("msg", "Success"), ("auth_no", HoldNo),
        ("out_order_no", An.Number.ToString()), ("out_request_no", An.RefundNumber.ToString()),
        ("operation_id", "20260102000002"), ("amount", "8.80"), ("status", "SUCCESS"),
        ("gmt_trans", "2026-01-02 03:05:00"),
    ];

    private static readonly RefundSucceeded Released = new(
        "20260102000002", An.Now.AddSeconds(55));

    private AlipayTalk talk = null!;

    private AlipayHoldChannel Channel => talk.Bench.Holds;

    private static TradeReference Hold => An.Trade with { Product = AlipayProduct.HoldCode };

    private static RefundRequest Release => An.RefundRequest() with
    {
        Trade = Hold,
        ChannelTradeNo = HoldNo,
    };

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_wish_for_a_code_names_both_numbers_the_payee_and_how_long_the_payer_has()
    {
        talk.Says(
            "fund.auth.order.voucher.create", ("code", "10000"), ("msg", "Success"),
            ("code_type", "shorturl"), ("code_value", "https://qr.alipay.com/bax1"),
            ("out_order_no", An.Number.ToString()), ("out_request_no", An.Number.ToString()));

        var opened = await Channel.OpenCodeAsync(Page(), CancellationToken.None);

        opened.ShouldBe(new CodeReady("https://qr.alipay.com/bax1"));
        talk.Common()["method"].ShouldBe("alipay.fund.auth.order.voucher.create");
        talk.Common()["notify_url"].ShouldBe(
            "https://pay.example.com/notify/alipay/main?x=1&y=2");
        talk.Content().ShouldBe(
            $$"""{"out_order_no":"{{An.Number}}","out_request_no":"{{An.Number}}","""
            + "\"order_title\":\"测试商品\",\"amount\":\"88.88\",\"product_code\":\"PRE_AUTH\","
            + $"\"payee_user_id\":\"{AlipayBench.SellerId}\",\"pay_timeout\":\"120m\"}}");
    }

    [Theory]
    [InlineData(0, "1m")]
    [InlineData(90, "90m")]
    [InlineData(9_999, "9999m")]
    [InlineData(10_000, "166h")]
    [InlineData(40_000, "360h")]
    public void The_time_a_payer_has_fits_into_five_characters(int minutes, string text)
        => AlipayHoldMessages.TimeoutText(TimeSpan.FromMinutes(minutes)).ShouldBe(text);

    [Theory]
    [InlineData("UNIQUE_VIOLATION", typeof(PageRefused))]
    [InlineData("ACCESS_FORBIDDEN", typeof(PageRefused))]
    [InlineData("SYSTEM_ERROR", typeof(PageUnknown))]
    [InlineData("SOMETHING_NEW", typeof(PageUnknown))]
    public async Task A_refused_code_is_for_good_only_where_that_is_certain(
        string code, Type expected)
    {
        talk.Says("fund.auth.order.voucher.create", ("code", "40004"), ("sub_code", code));

        (await Channel.OpenCodeAsync(Page(), CancellationToken.None)).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task What_is_frozen_is_held()
    {
        talk.Says(Question, Frozen);

        (await QueryAsync()).ShouldBe(
            new Succeeded(Money.OfFen(8888), HoldNo, An.Now.AddSeconds(4)));
        talk.Content().ShouldBe(
            $$"""{"out_order_no":"{{An.Number}}","out_request_no":"{{An.Number}}"}""");
    }

    [Theory]
    [InlineData("status", "INIT", typeof(Waiting))]
    [InlineData("status", "PROCESSING", typeof(Waiting))]
    [InlineData("status", "FAIL", typeof(Declined))]
    [InlineData("status", "CLOSED", typeof(Declined))]
    [InlineData("status", "success", typeof(Unknown))]
    [InlineData("status", null, typeof(Unknown))]
    [InlineData("amount", null, typeof(Unknown))]
    [InlineData("auth_no", "x-1", typeof(Unknown))]
    [InlineData("gmt_trans", "soon", typeof(Unknown))]
    [InlineData("out_order_no", "another", typeof(Unknown))]
    [InlineData("out_request_no", "another", typeof(Unknown))]
    public async Task Every_other_answer_about_a_freeze_has_a_meaning(
        string field, string? value, Type expected)
    {
        talk.Says(Question, With(Frozen, field, value));

        (await QueryAsync()).ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData("AUTH_ORDER_NOT_EXIST", typeof(Waiting))]
    [InlineData("AUTH_OPERATION_NOT_EXIST", typeof(Waiting))]
    [InlineData("SYSTEM_ERROR", typeof(Unknown))]
    public async Task A_hold_that_nobody_scanned_is_waited_for(string code, Type expected)
    {
        talk.Says(Question, ("code", "40004"), ("sub_code", code));

        (await QueryAsync()).ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData("close", typeof(Declined))]
    [InlineData("unfreeze", typeof(Declined))]
    [InlineData("other", typeof(Unknown))]
    [InlineData(null, typeof(Unknown))]
    public async Task A_cancel_ends_a_hold_whatever_it_was(string? action, Type expected)
    {
        talk.Says(
            Cancelling, ("code", "10000"), ("msg", "Success"),
            ("out_order_no", An.Number.ToString()), ("action", action));

        (await Channel.CloseAsync(Hold, CancellationToken.None)).ShouldBeOfType(expected);
        talk.Content().ShouldBe(
            $$"""{"out_order_no":"{{An.Number}}","out_request_no":"{{An.Number}}","""
            + $"\"remark\":\"{An.Number}\"}}");
    }

    [Fact]
    public async Task A_release_names_the_hold_its_own_number_and_its_amount()
    {
        talk.Says(Unfreezing, Thawed);

        (await ReleaseAsync()).ShouldBe(Released);
        talk.Content().ShouldBe(
            $$"""{"auth_no":"{{HoldNo}}","out_request_no":"{{An.RefundNumber}}","""
            + "\"amount\":\"8.80\",\"remark\":\"正常退款\"}");
    }

    [Theory]
    [InlineData("auth_no", "2026010210002001610000000002")]
    [InlineData("out_request_no", "another")]
    [InlineData("amount", "8.81")]
    [InlineData("status", "DONE")]
    public async Task An_answer_about_another_release_is_unknown(string field, string value)
    {
        talk.Says(Unfreezing, With(Thawed, field, value));

        (await ReleaseAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData("PAYER_USER_STATUS_LIMIT", typeof(RefundStuck))]
    [InlineData("ILLEGAL_ARGUMENT", typeof(RefundDeclined))]
    [InlineData("AUTH_ORDER_NOT_EXIST", typeof(RefundDeclined))]
    [InlineData("SYSTEM_ERROR", typeof(RefundUnknown))]
    [InlineData("SOMETHING_NEW", typeof(RefundUnknown))]
    public async Task A_refused_release_has_a_meaning(string code, Type expected)
    {
        talk.Says(Unfreezing, ("code", "40004"), ("sub_code", code));

        (await ReleaseAsync()).ShouldBeOfType(expected);
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_release_refused_for_its_state_may_have_been_made_before_and_is_asked_about()
    {
        talk.Gateway.SaysInTurn(
            Signed.Answer(AlipayTalk.RootOf(Unfreezing), AlipayTalk.Json(
                ("code", "40004"), ("sub_code", "ORDER_ALREADY_FINISH"))),
            Signed.Answer(AlipayTalk.RootOf(Question), AlipayTalk.Json(Thawed)));

        (await ReleaseAsync()).ShouldBe(Released);
        talk.Content(1).ShouldBe(
            $$"""{"out_order_no":"{{An.Number}}","out_request_no":"{{An.RefundNumber}}"}""");
    }

    [Fact]
    public async Task A_release_that_was_never_made_is_refused_for_good()
    {
        talk.Gateway.SaysInTurn(
            Signed.Answer(AlipayTalk.RootOf(Unfreezing), AlipayTalk.Json(
                ("code", "40004"), ("sub_code", "REQUEST_AMOUNT_EXCEED"))),
            Signed.Answer(AlipayTalk.RootOf(Question), AlipayTalk.Json(
                ("code", "40004"), ("sub_code", "AUTH_OPERATION_NOT_EXIST"))));

        (await ReleaseAsync()).ShouldBe(
            new RefundDeclined("40004 REQUEST_AMOUNT_EXCEED"));
    }

    [Fact]
    public async Task A_capture_names_the_payer_who_authorised()
    {
        talk.Gateway.SaysInTurn(
            Signed.Answer(AlipayTalk.RootOf(Question), AlipayTalk.Json(
                With(With(Frozen, "out_order_no", $"{Terms.HoldNumber()}"),
                    "out_request_no", $"{Terms.HoldNumber()}"))),
            Signed.Answer(AlipayTalk.RootOf("trade.pay"), AlipayTalk.Json(
                ("code", "10000"), ("msg", "Success"), ("out_trade_no", An.Number.ToString()),
                ("trade_no", An.TradeNo), ("total_amount", "88.88"),
                ("gmt_payment", "2026-01-02 03:04:09"))));

        var captured = await CaptureAsync();

        captured.ShouldBe(new Succeeded(
            Money.OfFen(8888), An.TradeNo, An.Now.AddSeconds(4)));
        talk.Content(1).ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","total_amount":"88.88","subject":"测试商品","""
            + "\"product_code\":\"PRE_AUTH\",\"time_expire\":\"2026-01-02 05:04:05\","
            + $"\"auth_no\":\"{HoldNo}\",\"auth_confirm_mode\":\"NOT_COMPLETE\","
            + $"\"buyer_id\":\"{Payer}\",\"seller_id\":\"{AlipayBench.SellerId}\"}}");
    }

    [Fact]
    public async Task Who_authorised_must_be_known_before_anything_is_taken()
    {
        talk.Says(Question, With(Frozen, "payer_user_id", null));

        (await CaptureAsync()).ShouldBeOfType<Unknown>();
        talk.Gateway.Asked.Count.ShouldBe(1);
    }

    private static PageRequest Page()
        => An.PageRequest(product: AlipayProduct.HoldCode);

    private static (string Name, string? Value)[] With(
        (string Name, string? Value)[] fields, string name, string? value)
        => [.. fields.Select(f => f.Name == name ? (name, value) : f)];

    private Task<ChannelOutcome> QueryAsync()
        => Channel.QueryAsync(Hold, CancellationToken.None);

    private Task<RefundOutcome> ReleaseAsync()
        => Channel.RefundAsync(Release, CancellationToken.None);

    private Task<ChannelOutcome> CaptureAsync()
    {
        var order = An.Order();
        return Channel.CaptureAsync(
            new CaptureRequest(
                order with { Terms = order.Terms with { Capture = Terms } },
                new Attempt(1, AlipayProduct.Capture, "main", AttemptState.Open, An.Now, null),
                new Uri("https://pay.example.com/notify/alipay/main"), An.Now),
            CancellationToken.None);
    }
}
