using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class RefundTests : IAsyncLifetime
{
    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_part_of_a_payment_is_given_back()
    {
        (_gateway.Answer, _gateway.Status) = (Answers.Refund, 201);

        var result = await _gateway.Client().RefundAsync(new RefundRequest
        {
            OutRequestNo = "R-2026_0001",
            OutTradeNo = "T-2026_0001",
            RefundFee = 30,
            Reason = "坏了 \"é\"",
        });

        var refund = result.Value.ShouldNotBeNull();
        refund.RefundId.ShouldBe("5Z7K2M9QW3E8R1T6Y4V0B2N8C7R001");
        (refund.OutRequestNo, refund.Reason).ShouldBe(("R-2026_0001", "坏了 \"é\""));
        (refund.RefundFee, refund.TotalFee, refund.FeeType).ShouldBe((30, 100, "CNY"));
        refund.RefundState.ShouldBe(RefundState.Success);
        refund.RefundOrigin.ShouldBe(RefundOrigin.Merchant);
        refund.IsRefundSuccessful().ShouldBeTrue();
        refund.TimeRequested.ShouldBe(Vectors.Noon.AddSeconds(-2));
        refund.TimeRefund.ShouldBe(Vectors.Noon.AddSeconds(-1));
        refund.ChannelRefundNo.ShouldBe("2026010250000001");
        refund.Failure.ShouldBeNull();
        refund.TransactionId.ShouldBe("5Z7K2M9QW3E8R1T6Y4V0B2N8C7");
        (refund.OutTradeNo, refund.OrderVersion, refund.RequestId)
            .ShouldBe(("T-2026_0001", 5, "r-5"));
        var (method, target, contentType, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target, contentType).ShouldBe(
            ("POST", "/v1/refunds", "application/json; charset=utf-8"));
        JsonNode.DeepEquals(JsonNode.Parse(body), new JsonObject
        {
            ["out_request_no"] = "R-2026_0001",
            ["out_trade_no"] = "T-2026_0001",
            ["refund_fee"] = 30,
            ["reason"] = "坏了 \"é\"",
        }).ShouldBeTrue(body);
    }

    [Fact]
    public async Task An_order_is_named_by_the_gateways_number_as_well()
    {
        _gateway.Answer = Answers.Refund;

        await _gateway.Client().RefundAsync(new RefundRequest
        {
            OutRequestNo = "R-1",
            OutTradeNo = "",
            TransactionId = "5Z7K",
            RefundFee = 10_000_000_000,
            Reason = "",
        });

        JsonNode.DeepEquals(JsonNode.Parse(_gateway.Calls[0].Body), new JsonObject
        {
            ["out_request_no"] = "R-1",
            ["transaction_id"] = "5Z7K",
            ["refund_fee"] = 10_000_000_000,
        }).ShouldBeTrue();
    }

    [Fact]
    public async Task An_incomplete_refund_is_not_sent()
    {
        await Should.ThrowAsync<PayRequestException>(
            () => _gateway.Client().RefundAsync(new RefundRequest()));

        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_over_has_no_end()
    {
        _gateway.Answer = Answers.Processing;

        var refund = (await _gateway.Client().QueryRefundAsync(new RefundQueryRequest("R-1")))
            .Value.ShouldNotBeNull();

        _gateway.Calls.ShouldBe([("GET", "/v1/refunds/R-1", null, "")]);
        refund.RefundState.ShouldBe(RefundState.Processing);
        refund.IsRefundSuccessful().ShouldBeFalse();
        (refund.TimeRefund, refund.OutRequestNo, refund.ChannelRefundNo, refund.Reason)
            .ShouldBe((null, null, null, null));
    }

    [Theory]
    [InlineData("PROCESSING", RefundState.Processing)]
    [InlineData("CLOSED", RefundState.Closed)]
    [InlineData("ABNORMAL", RefundState.Abnormal)]
    [InlineData("success", RefundState.Unrecognised)]
    [InlineData("A_LATER_WORD", RefundState.Unrecognised)]
    public async Task Only_success_is_success(string word, RefundState state)
    {
        _gateway.Answer = Answers.Refund.Replace(
            "\"SUCCESS\"", $"\"{word}\"", StringComparison.Ordinal);

        var refund = await QueryAsync();

        refund.Value!.RefundState.ShouldBe(state);
        refund.Value.IsRefundSuccessful().ShouldBeFalse();
    }

    [Theory]
    [InlineData("LATE_SUCCESS", RefundOrigin.LateSuccess)]
    [InlineData("SECOND_SUCCESS", RefundOrigin.SecondSuccess)]
    [InlineData("CANCEL", RefundOrigin.Cancel)]
    [InlineData("A_LATER_WORD", RefundOrigin.Unrecognised)]
    public async Task Whoever_wanted_it_is_named(string word, RefundOrigin origin)
    {
        _gateway.Answer = Answers.Refund.Replace(
            "MERCHANT", word, StringComparison.Ordinal);

        (await QueryAsync()).Value!.RefundOrigin.ShouldBe(origin);
    }

    [Theory]
    [InlineData("\"refund_state\":\"SUCCESS\"", "\"refund_state\":2")]
    [InlineData("\"refund_origin\":\"MERCHANT\"", "\"refund_origin\":null")]
    [InlineData("\"refund_fee\":30", "\"refund_fee\":\"30\"")]
    [InlineData("\"refund_id\":", "\"refund_number\":")]
    public async Task A_refund_with_a_wrong_member_is_not_read(string right, string wrong)
    {
        _gateway.Answer = Answers.Refund.Replace(right, wrong, StringComparison.Ordinal);

        (await QueryAsync()).Problem!.Code.ShouldBe(PayProblemCodes.AnswerMalformed);
    }

    [Fact]
    public async Task An_order_shows_its_refunds()
    {
        _gateway.Answer = Answers.Refunded;

        var order = (await _gateway.Client().QueryAsync(OrderQueryRequest.ByOutTradeNo("T-1")))
            .Value.ShouldNotBeNull();

        order.TradeState.ShouldBe(TradeState.Refund);
        order.IsPaySuccessful().ShouldBeFalse();
        order.IsPaid.ShouldBeTrue();
        order.Refunds.Select(one => (one.OutRequestNo, one.RefundFee, one.RefundState, one.Failure))
            .ShouldBe(
            [
                ("R-2026_0001", 30, RefundState.Success, null),
                (null, 100, RefundState.Closed, "no such account"),
            ]);
    }

    [Fact]
    public async Task An_order_whose_refunds_are_nothing_is_not_read()
    {
        _gateway.Answer = Answers.Paid.Replace(
            "\"order_version\"", "\"refunds\":null,\"order_version\"", StringComparison.Ordinal);

        var result = await _gateway.Client().QueryAsync(OrderQueryRequest.ByOutTradeNo("T-1"));

        result.Problem!.Code.ShouldBe(PayProblemCodes.AnswerMalformed);
    }

    [Theory]
    [InlineData("SUCCESS", true)]
    [InlineData("NOTPAY", false)]
    [InlineData("USERPAYING", false)]
    [InlineData("CLOSED", false)]
    [InlineData("REVOKED", false)]
    [InlineData("PAYERROR", false)]
    [InlineData("A_LATER_WORD", false)]
    public async Task An_order_is_paid_when_the_word_says_so(string word, bool isPaid)
    {
        _gateway.Answer = Answers.Paid.Replace("SUCCESS", word, StringComparison.Ordinal);

        var result = await _gateway.Client().QueryAsync(OrderQueryRequest.ByOutTradeNo("T-1"));

        result.Value!.IsPaid.ShouldBe(isPaid);
        result.Value.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refund_that_a_merchant_writes_down_can_be_read_again()
    {
        _gateway.Answer = Answers.Refund.Replace(
            "MERCHANT", "LATE_SUCCESS", StringComparison.Ordinal);
        var refund = (await QueryAsync()).Value.ShouldNotBeNull();

        var text = JsonSerializer.Serialize(refund);

        text.ShouldContain("\"LATE_SUCCESS\"");
        JsonSerializer.Deserialize<RefundResponse>(text).ShouldBe(refund);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a?b=1")]
    public void A_number_that_would_change_the_path_is_refused(string number)
        => Should.Throw<ArgumentException>(() => new RefundQueryRequest(number));

    private Task<PayResult<RefundResponse>> QueryAsync()
        => _gateway.Client().QueryRefundAsync(new RefundQueryRequest("R-1"));
}
