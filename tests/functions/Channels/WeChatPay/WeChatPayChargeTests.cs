using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Codes that the payer shows, by APIv3.</summary>
public sealed class WeChatPayChargeTests : IAsyncLifetime
{
    private const string Charge = "/v3/pay/transactions/codepay";

    private static readonly string Query = $"/out-trade-no/{A.Number}?mchid=1999000101";
    private static readonly string Reverse = $"/out-trade-no/{A.Number}/reverse";

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync()
        => talk = await WeChatPayTalk.StartAsync(
            ("code_interface", "v3"), ("store_out_id", "store-7"), ("device_id", "POS-3"));

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_request_names_the_order_the_code_and_the_store()
    {
        Says(Charge);

        await ChargeAsync();

        talk.Body(Charge).ShouldBe(
            "{\"appid\":\"wx00000000000000a1\",\"mchid\":\"1999000101\","
            + $"\"description\":\"测试商品\",\"out_trade_no\":\"{A.Number}\","
            + "\"amount\":{\"total\":8888,\"currency\":\"CNY\"},"
            + "\"payer\":{\"auth_code\":\"130000000000000000\"},"
            + "\"scene_info\":{\"device_id\":\"POS-3\",\"store_info\":{\"out_id\":\"store-7\"}}}");
    }

    [Fact]
    public async Task A_paid_charge_has_succeeded()
    {
        Says(Charge);

        (await ChargeAsync()).ShouldBe(
            new Succeeded(Money.OfFen(8888), A.TradeNo, A.Now.AddSeconds(4)));
    }

    [Fact]
    public async Task A_payer_who_has_to_confirm_is_waited_for()
    {
        talk.Says(Charge, """{"trade_state":"USERPAYING"}""");
        (await ChargeAsync()).ShouldBe(new Waiting("USERPAYING"));

        talk.Says(Charge, """{"code":"USERPAYING","message":"m"}""", status: 202);
        (await ChargeAsync()).ShouldBe(new Waiting("USERPAYING"));
    }

    [Fact]
    public async Task A_paid_charge_of_another_amount_is_asked_about()
    {
        Says(Charge, ("amount", "{\"total\":8887,\"currency\":\"CNY\"}"));

        (await ChargeAsync()).ShouldBe(new Unknown("paid, but another amount"));
    }

    [Theory]
    [InlineData(403, "NOT_ENOUGH", "Declined")]
    [InlineData(403, "TRADE_ERROR", "Declined")]
    [InlineData(400, "AUTH_CODE_INVALID", "Declined")]
    [InlineData(400, "AUTHCODEEXPIRE", "Declined")]
    [InlineData(400, "ORDERREVERSED", "Declined")]
    [InlineData(400, "ORDER_CLOSED", "Declined")]
    [InlineData(400, "PARAM_ERROR", "Declined")]
    [InlineData(401, "SIGN_ERROR", "Declined")]
    [InlineData(400, "ORDER_PAID", "Unknown")]
    [InlineData(403, "OUT_TRADE_NO_USED", "Unknown")]
    [InlineData(429, "RATELIMIT_EXCEEDED", "Unknown")]
    [InlineData(500, "SYSTEM_ERROR", "Unknown")]
    [InlineData(500, "BANK_ERROR", "Unknown")]
    [InlineData(400, "BANKERROR", "Unknown")]
    [InlineData(502, null, "Unknown")]
    [InlineData(400, "SOMETHING_NEW", "Unknown")]
    public async Task A_clear_refusal_is_declined_and_any_other_is_asked_about(
        int status, string? code, string outcome)
    {
        talk.Refuses(Charge, status, code);

        (await ChargeAsync()).GetType().Name.ShouldBe(outcome);
        talk.Targets.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("REVOKED", true, "CancelledAndRefunded")]
    [InlineData("REVOKED", false, "Cancelled")]
    [InlineData("CLOSED", false, "Cancelled")]
    [InlineData("PAYERROR", false, "Cancelled")]
    [InlineData("SUCCESS", true, "CancelUnknown")]
    [InlineData("USERPAYING", false, "CancelUnknown")]
    public async Task A_reverse_is_believed_as_far_as_the_query_says_so(
        string state, bool isPaid, string outcome)
    {
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(15));
        talk.Says(Reverse, $$"""{"appid":"wx00000000000000a1","out_trade_no":"{{A.Number}}"}""");
        Says(
            Query, ("trade_state", $"\"{state}\""),
            ("transaction_id", isPaid ? $"\"{A.TradeNo}\"" : null));

        var cancelled = await CancelAsync();

        cancelled.GetType().Name.ShouldBe(outcome);
        talk.Body(Reverse).ShouldBe(
            "{\"appid\":\"wx00000000000000a1\",\"mchid\":\"1999000101\"}");
        if (cancelled is CancelledAndRefunded refunded)
        {
            refunded.ShouldBe(new CancelledAndRefunded(A.TradeNo, A.Now.AddSeconds(15)));
        }
    }

    [Fact]
    public async Task A_payment_whose_reverse_is_refused_is_a_payment()
    {
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(15));
        talk.Refuses(Reverse, 400, "TRADE_ERROR");
        Says(Query);

        (await CancelAsync()).ShouldBe(new CancelRefused("paid, and the reverse was refused"));
    }

    [Fact]
    public async Task A_charge_that_never_arrived_is_cancelled()
    {
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(15));
        talk.Refuses(Reverse, 404, "ORDER_NOT_EXIST");
        talk.Refuses(Query, 404, "ORDER_NOT_EXIST");

        (await CancelAsync()).ShouldBe(new Cancelled());
    }

    [Fact]
    public async Task A_charge_is_not_reversed_in_its_first_fifteen_seconds()
    {
        talk.Bench.Time.Advance(TimeSpan.FromSeconds(14.9));

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>();
        talk.Host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_charge_is_reversed_and_never_closed()
    {
        (await talk.Channel.CloseAsync(A.CodeTrade, CancellationToken.None))
            .ShouldBe(new Waiting("a payment by a code is cancelled, not closed"));
        talk.Host.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_account_without_a_till_charges_nothing()
    {
        await using var without = await WeChatPayTalk.StartAsync();

        (await without.Channel.ChargeAsync(A.ChargeRequest(), CancellationToken.None))
            .ShouldBeOfType<Declined>();
        without.Host.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("100000000000000000", true)]
    [InlineData("159999999999999999", true)]
    [InlineData("160000000000000000", false)]
    [InlineData("090000000000000000", false)]
    [InlineData("280000000000000000", false)]
    [InlineData("13000000000000000", false)]
    [InlineData("1300000000000000000", false)]
    [InlineData("13000000000000000a", false)]
    public void A_code_is_known_by_its_first_digits(string text, bool isAccepted)
    {
        var code = PayerCode.Of(text).ShouldNotBeNull();

        talk.Channel.Accepts("wechatpay_code", code).ShouldBe(isAccepted);
        talk.Channel.Accepts("wechatpay_native", code).ShouldBeFalse();
    }

    private void Says(string end, params (string Name, string? Raw)[] changes)
        => talk.Says(end, Notice.Plain(Notice.Paid, changes));

    private Task<ChannelOutcome> ChargeAsync()
        => talk.Channel.ChargeAsync(A.ChargeRequest(), CancellationToken.None);

    private Task<CancelOutcome> CancelAsync()
        => talk.Channel.CancelAsync(A.CodeTrade, CancellationToken.None);
}
