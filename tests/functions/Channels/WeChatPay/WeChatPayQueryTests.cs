using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.WeChatPay;

/// <summary>Questions about trades, and their end.</summary>
public sealed class WeChatPayQueryTests : IAsyncLifetime
{
    private static readonly string Query = $"/out-trade-no/{A.Number}?mchid=1999000101";
    private static readonly string Close = $"/out-trade-no/{A.Number}/close";

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await WeChatPayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Theory]
    [InlineData("SUCCESS")]
    [InlineData("REFUND")]
    public async Task A_paid_trade_has_succeeded(string state)
    {
        Says(("trade_state", $"\"{state}\""));

        (await QueryAsync()).ShouldBe(
            new Succeeded(Money.OfFen(8888), A.TradeNo, A.Now.AddSeconds(4)));
        talk.Targets.ShouldBe([$"/v3/pay/transactions/out-trade-no/{A.Number}?mchid=1999000101"]);
    }

    [Theory]
    [InlineData("NOTPAY", "Waiting { Reason = NOTPAY }")]
    [InlineData("USERPAYING", "Waiting { Reason = USERPAYING }")]
    [InlineData("CLOSED", "Declined { Reason = CLOSED }")]
    [InlineData("REVOKED", "Declined { Reason = REVOKED }")]
    [InlineData("PAYERROR", "Declined { Reason = PAYERROR }")]
    [InlineData("ACCEPT", "Unknown { Reason = the answer has no known trade_state }")]
    [InlineData("success", "Unknown { Reason = the answer has no known trade_state }")]
    public async Task Every_state_has_one_meaning(string state, string outcome)
    {
        Says(
            ("trade_state", $"\"{state}\""), ("transaction_id", null), ("success_time", null),
            ("amount", null), ("payer", null));

        (await QueryAsync()).ToString().ShouldBe(outcome);
    }

    [Fact]
    public async Task Before_a_payment_little_is_said()
    {
        talk.Says(Query, """{"trade_state":"NOTPAY"}""");
        (await QueryAsync()).ShouldBe(new Waiting("NOTPAY"));

        talk.Says(Query, """{"trade_state":"CLOSED"}""");
        (await QueryAsync()).ShouldBe(new Unknown("the answer is not about this trade"));
    }

    [Theory]
    [InlineData("mchid", "\"1999000102\"")]
    [InlineData("appid", "\"wx00000000000000a2\"")]
    [InlineData("out_trade_no", "\"T20260102000001\"")]
    [InlineData("mchid", null)]
    [InlineData("appid", null)]
    [InlineData("out_trade_no", null)]
    public async Task An_answer_about_another_trade_teaches_nothing(string name, string? raw)
    {
        Says((name, raw));

        (await QueryAsync()).ShouldBe(new Unknown("the answer is not about this trade"));
    }

    [Theory]
    [InlineData("transaction_id", null)]
    [InlineData("success_time", "\"yesterday\"")]
    [InlineData("amount", "{\"total\":8888,\"currency\":\"USD\"}")]
    [InlineData("amount", "{\"currency\":\"CNY\"}")]
    public async Task A_payment_that_cannot_be_read_teaches_nothing(string name, string? raw)
    {
        Says((name, raw));

        (await QueryAsync()).ShouldBe(new Unknown(
            "paid, but transaction_id, the amount or its time is unreadable"));
    }

    [Theory]
    [InlineData(404, "ORDER_NOT_EXIST", "Waiting", "Declined")]
    [InlineData(404, "ORDERNOTEXIST", "Waiting", "Declined")]
    [InlineData(400, "ORDER_PAID", "Unknown", "Waiting")]
    [InlineData(400, "ORDERPAID", "Unknown", "Waiting")]
    [InlineData(400, "ORDER_CLOSED", "Unknown", "Declined")]
    [InlineData(202, "USERPAYING", "Unknown", "Unknown")]
    [InlineData(400, "USERPAYING", "Unknown", "Waiting")]
    [InlineData(404, "RESOURCE_NOT_EXISTS", "Unknown", "Unknown")]
    [InlineData(404, null, "Unknown", "Unknown")]
    [InlineData(400, "PARAM_ERROR", "Unknown", "Unknown")]
    [InlineData(401, "SIGN_ERROR", "Unknown", "Unknown")]
    [InlineData(429, "FREQUENCY_LIMITED", "Unknown", "Unknown")]
    [InlineData(500, "SYSTEM_ERROR", "Unknown", "Unknown")]
    [InlineData(500, "ORDER_NOT_EXIST", "Unknown", "Unknown")]
    [InlineData(502, null, "Unknown", "Unknown")]
    public async Task Every_error_has_one_meaning(
        int status, string? code, string query, string close)
    {
        talk.Refuses(Query, status, code);
        talk.Refuses(Close, status, code);

        (await QueryAsync()).GetType().Name.ShouldBe(query);
        (await CloseAsync()).GetType().Name.ShouldBe(close);
    }

    [Fact]
    public async Task A_close_is_believed_when_it_is_signed()
    {
        talk.Says(Close);
        (await CloseAsync()).ShouldBe(new Declined("closed"));
        talk.Body(Close).ShouldBe("{\"mchid\":\"1999000101\"}");

        talk.Says(Close, key: WeChatPayVectors.Stranger);
        (await CloseAsync()).ShouldBe(new Unknown("the answer's signature: Wrong"));
    }

    [Fact]
    public async Task A_provider_asks_and_closes_for_its_merchant()
    {
        await using var partner = await WeChatPayTalk.StartAsync(("sub_mch_id", "1999000301"));
        var close = $"/v3/pay/partner/transactions/out-trade-no/{A.Number}/close";
        partner.Says(close);
        partner.Refuses("sub_mchid=1999000301", 404, "ORDER_NOT_EXIST");

        (await partner.Channel.QueryAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Waiting("the trade has not begun"));
        (await partner.Channel.CloseAsync(A.Trade, CancellationToken.None))
            .ShouldBe(new Declined("closed"));

        partner.Targets.First().ShouldBe(
            $"/v3/pay/partner/transactions/out-trade-no/{A.Number}"
            + "?sp_mchid=1999000101&sub_mchid=1999000301");
        partner.Body(close).ShouldBe(
            "{\"sp_mchid\":\"1999000101\",\"sub_mchid\":\"1999000301\"}");
    }

    [Theory]
    [InlineData(204, null, "Cancelled")]
    [InlineData(400, "ORDER_PAID", "CancelRefused")]
    [InlineData(500, "SYSTEM_ERROR", "CancelUnknown")]
    public async Task What_is_no_charge_is_cancelled_by_its_close(
        int status, string? code, string outcome)
    {
        if (code is null)
        {
            talk.Says(Close);
        }
        else
        {
            talk.Refuses(Close, status, code);
        }

        (await talk.Channel.CancelAsync(A.Trade, CancellationToken.None)).GetType().Name
            .ShouldBe(outcome);
    }

    private void Says(params (string Name, string? Raw)[] changes)
        => talk.Says(Query, Notice.Plain(Notice.Paid, changes));

    private Task<ChannelOutcome> QueryAsync()
        => talk.Channel.QueryAsync(A.Trade, CancellationToken.None);

    private Task<ChannelOutcome> CloseAsync()
        => talk.Channel.CloseAsync(A.Trade, CancellationToken.None);
}
