using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.WeChatPay;

public sealed class WeChatPayRefundTests : IAsyncLifetime
{
    private const string Refund = "/v3/refund/domestic/refunds";

    private static readonly string Query = $"{Refund}/{A.RefundNumber}";

    private static readonly (string Name, string? Raw)[] Usual =
    [
        ("refund_id", "\"50300009992026010200000000001\""),
        ("out_refund_no", $"\"{A.RefundNumber}\""), ("transaction_id", $"\"{A.TradeNo}\""),
        ("out_trade_no", $"\"{A.Number}\""), ("channel", "\"ORIGINAL\""),
        ("success_time", "\"2026-01-02T03:04:09+08:00\""), ("status", "\"SUCCESS\""),
        ("amount", "{\"total\":8888,\"refund\":880,\"currency\":\"CNY\",\"from\":[]}"),
    ];

    private WeChatPayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await WeChatPayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task A_refund_says_both_numbers_both_amounts_and_where_to_notify()
    {
        Says(Refund);

        await RefundAsync();

        talk.Body(Refund).ShouldBe(
            $"{{\"out_trade_no\":\"{A.Number}\",\"out_refund_no\":\"{A.RefundNumber}\","
            + "\"reason\":\"顾客取消\","
            + "\"notify_url\":\"https://pay.example.com/notify/wechatpay/main\","
            + "\"amount\":{\"refund\":880,\"total\":8888,\"currency\":\"CNY\"}}");
    }

    [Theory]
    [InlineData("SUCCESS")]
    [InlineData("PROCESSING")]
    [InlineData("CLOSED")]
    [InlineData("ABNORMAL")]
    [InlineData("NEW")]
    public async Task Every_status_has_one_meaning(string status)
    {
        Says(Refund, ("status", $"\"{status}\""));
        Says(Query, ("status", $"\"{status}\""));
        RefundOutcome expected = status switch
        {
            "SUCCESS" => new RefundSucceeded(
                "50300009992026010200000000001", A.Now.AddSeconds(4)),
            "PROCESSING" => new RefundPending("PROCESSING"),
            "CLOSED" => new RefundDeclined("CLOSED"),
            "ABNORMAL" => new RefundStuck("ABNORMAL"),
            _ => new RefundUnknown("no known status of a refund"),
        };

        (await RefundAsync()).ShouldBe(expected);
        (await QueryAsync()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("out_refund_no", "\"other\"")]
    [InlineData("out_refund_no", null)]
    [InlineData("out_trade_no", "\"other\"")]
    [InlineData("out_trade_no", null)]
    [InlineData("transaction_id", "\"other\"")]
    [InlineData("transaction_id", null)]
    public async Task An_answer_about_another_refund_teaches_nothing(string name, string? raw)
    {
        Says(Query, (name, raw));

        (await QueryAsync()).ShouldBe(new RefundUnknown("the answer is not about this refund"));
    }

    [Theory]
    [InlineData("{\"total\":8888,\"refund\":881,\"currency\":\"CNY\"}")]
    [InlineData("{\"total\":8887,\"refund\":880,\"currency\":\"CNY\"}")]
    [InlineData("{\"total\":8888,\"refund\":880,\"currency\":\"USD\"}")]
    [InlineData("{\"refund\":880,\"currency\":\"CNY\"}")]
    [InlineData(null)]
    public async Task An_answer_of_another_amount_teaches_nothing(string? amount)
    {
        Says(Query, ("amount", amount));

        (await QueryAsync()).ShouldBe(new RefundUnknown("the answer names another amount"));
    }

    [Theory]
    [InlineData(404, "RESOURCE_NOT_EXISTS", "RefundUnknown", "RefundAbsent")]
    [InlineData(404, null, "RefundUnknown", "RefundUnknown")]
    [InlineData(400, "INVALID_REQUEST", "RefundDeclined", "RefundUnknown")]
    [InlineData(400, "PARAM_ERROR", "RefundDeclined", "RefundUnknown")]
    [InlineData(404, "MCH_NOT_EXISTS", "RefundDeclined", "RefundUnknown")]
    [InlineData(403, "USER_ACCOUNT_ABNORMAL", "RefundDeclined", "RefundUnknown")]
    [InlineData(400, "TRADE_OVERDUE", "RefundDeclined", "RefundUnknown")]
    [InlineData(403, "NOT_ENOUGH", "RefundPending", "RefundUnknown")]
    [InlineData(403, "NOTENOUGH", "RefundPending", "RefundUnknown")]
    [InlineData(401, "SIGN_ERROR", "RefundUnknown", "RefundUnknown")]
    [InlineData(429, "FREQUENCY_LIMITED", "RefundUnknown", "RefundUnknown")]
    [InlineData(500, "SYSTEM_ERROR", "RefundUnknown", "RefundUnknown")]
    [InlineData(503, "SERVICE_UNAVAILABLE", "RefundUnknown", "RefundUnknown")]
    [InlineData(400, "SOMETHING_NEW", "RefundUnknown", "RefundUnknown")]
    public async Task Every_error_has_one_meaning(
        int status, string? code, string refund, string query)
    {
        talk.Refuses(Refund, status, code);
        talk.Refuses(Query, status, code);

        (await RefundAsync()).GetType().Name.ShouldBe(refund);
        (await QueryAsync()).GetType().Name.ShouldBe(query);
    }

    [Fact]
    public async Task A_refund_is_sent_once_and_asked_about_again()
    {
        talk.Refuses(Refund, 500, "SYSTEM_ERROR");
        talk.Refuses(Query, 500, "SYSTEM_ERROR");

        await RefundAsync();
        await QueryAsync();

        talk.Targets.Count(static t => t == Refund).ShouldBe(1);
        talk.Targets.Count(static t => t == Query).ShouldBe(3);
    }

    [Fact]
    public async Task A_provider_refunds_for_its_merchant()
    {
        await using var partner = await WeChatPayTalk.StartAsync(("sub_mch_id", "1999000301"));

        await partner.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);
        await partner.Channel.QueryRefundAsync(A.RefundRequest(), CancellationToken.None);

        partner.Body(Refund).ShouldStartWith("{\"sub_mchid\":\"1999000301\",");
        partner.Targets.ShouldContain($"{Query}?sub_mchid=1999000301");
    }

    [Fact]
    public async Task A_reason_is_said_in_eighty_bytes_and_none_is_not_said()
    {
        await talk.Channel.RefundAsync(
            A.RefundRequest(reason: new string('因', 40)), CancellationToken.None);
        await talk.Channel.RefundAsync(A.RefundRequest(reason: null), CancellationToken.None);

        talk.Host.Asked[0].Body.ShouldContain($"\"reason\":\"{new string('因', 26)}\"");
        talk.Host.Asked[1].Body.ShouldNotContain("reason");
    }

    private void Says(string end, params (string Name, string? Raw)[] changes)
        => talk.Says(end, Notice.Plain(Usual, changes));

    private Task<RefundOutcome> RefundAsync()
        => talk.Channel.RefundAsync(A.RefundRequest(), CancellationToken.None);

    private Task<RefundOutcome> QueryAsync()
        => talk.Channel.QueryRefundAsync(A.RefundRequest(), CancellationToken.None);
}
