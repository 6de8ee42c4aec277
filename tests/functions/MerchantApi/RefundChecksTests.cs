using PayFunctions.Channels;

namespace PayFunctions.Tests.MerchantApi;

public sealed class RefundChecksTests
{
    /// <summary>Every fault of a refund's content, in the documented order.</summary>
    private static readonly (string Said, (string Name, string? Raw)[] Changes)[] Faults =
    [
        ("BODY_MALFORMED", [("zebra", "1")]),
        ("PARAMETER_INVALID reason", [("reason", "1")]),
        ("PARAMETER_MISSING out_request_no", [("out_request_no", "\"\"")]),
        ("PARAMETER_MISSING refund_fee", [("refund_fee", null)]),
        ("PARAMETER_MISSING out_trade_no or transaction_id", [("out_trade_no", null)]),
        ("PARAMETER_INVALID out_request_no", [("out_request_no", "\"R/1\"")]),
        ("PARAMETER_INVALID out_trade_no", [("out_trade_no", "\"A/1\"")]),
        ("AMOUNT_INVALID refund_fee", [("refund_fee", "0")]),
        ("PARAMETER_INVALID reason", [("reason", "\"\\n\"")]),
        ("ORDER_NOT_FOUND", [("out_trade_no", "\"A-9\"")]),
        ("REFUND_CONTENT_DIFFERS", [("out_request_no", "\"R-0\"")]),
        ("REFUND_EXCEEDS_PAYMENT", [("refund_fee", "100")]),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Of_two_faults_the_earlier_is_the_answer(int place)
    {
        var (expected, changes) = Faults[place];
        foreach (var (later, laterChanges) in Faults[place..])
        {
            var gateway = new TestGateway();
            await gateway.PayOrderAsync();
            await gateway.RefundAsync(("out_request_no", "\"R-0\""), ("refund_fee", "1"));

            var answer = await gateway.RefundAsync([.. laterChanges, .. changes]);

            Said(answer).ShouldBe(expected, $"together with {later}");
            gateway.Channel.Refunds.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("\"A-1\"", "PARAMETER_INVALID")]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    public async Task An_order_is_named_once(string transactionId, string? code)
    {
        var gateway = new TestGateway();
        await gateway.PayOrderAsync();

        var answer = await gateway.RefundAsync(("transaction_id", transactionId));

        answer.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1e1")]
    [InlineData("10000000001")]
    [InlineData("99999999999999999999")]
    public async Task An_amount_is_1_to_10000000000_in_plain_digits(string raw)
    {
        var gateway = new TestGateway();
        await gateway.PayOrderAsync();

        var answer = await gateway.RefundAsync(("refund_fee", raw));

        answer.Code.ShouldBe("AMOUNT_INVALID");
        answer.Detail.ShouldBe(
            "refund_fee: Send an integer of fen from 1 to 10000000000.");
        gateway.Channel.Refunds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("茶", 80, null)]
    [InlineData("茶", 81, "PARAMETER_INVALID")]
    public async Task A_reason_has_at_most_80_characters(string text, int count, string? code)
    {
        var gateway = new TestGateway();
        await gateway.PayOrderAsync();
        var reason = string.Concat(Enumerable.Repeat(text, count));

        var answer = await gateway.RefundAsync(("reason", $"\"{reason}\""));

        answer.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("\"zzz\"")]
    [InlineData("\"0123456789012345678901234u\"")]
    [InlineData("\"01234567890123456789012345\"")]
    public async Task A_transaction_id_that_is_none_finds_nothing(string raw)
    {
        var gateway = new TestGateway();
        await gateway.PayOrderAsync();

        (await gateway.RefundAsync(("out_trade_no", null), ("transaction_id", raw)))
            .Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_channel_that_cannot_refund_is_said_before_the_rules()
    {
        var gateway = new TestGateway();
        var order = await gateway.CreateOrderAsync();
        await gateway.SendAsync("POST", $"/cashier/{order.Id}/bare_page");
        gateway.Bare.Outcome = new Succeeded(
            order.Terms.Total, "T-1", TestChannel.PaidAt);
        await gateway.SendAsync(MerchantRequest.Get($"/v1/payments/{order.Id}"));

        var answer = await gateway.RefundAsync(("refund_fee", "101"));

        answer.Status.ShouldBe(409);
        answer.Code.ShouldBe("CAPABILITY_UNSUPPORTED");
    }

    [Fact]
    public async Task While_storage_is_down_the_call_may_be_repeated()
    {
        var gateway = new TestGateway();
        await gateway.PayOrderAsync();
        gateway.OrderTrouble.IsDown = true;

        var down = await gateway.RefundAsync();
        gateway.OrderTrouble.IsDown = false;
        var up = await gateway.RefundAsync();

        down.Code.ShouldBe("TRY_AGAIN");
        up.Status.ShouldBe(201);
    }

    private static string Said(Answer answer)
        => answer.Detail.Split(": ") is [var subject, _]
            && answer.Code is "PARAMETER_MISSING" or "PARAMETER_INVALID" or "AMOUNT_INVALID"
                ? $"{answer.Code} {subject}"
                : answer.Code!;
}
