namespace PayFunctions.Tests.Sdk.Requests;

public class RefundRequestTests
{
    private static readonly string Long = new('x', 65);

    private static readonly RefundRequest Whole = new()
    {
        OutRequestNo = "R-1",
        OutTradeNo = "T-1",
        RefundFee = 100,
    };

    public static TheoryData<string, RefundRequest> Refused => new()
    {
        { "out_request_no", Whole with { OutRequestNo = "a b" } },
        { "out_request_no", Whole with { OutRequestNo = Long } },
        { "out_request_no", Whole with { OutRequestNo = "" } },
        { "out_trade_no", Whole with { OutTradeNo = "../x" } },
        { "out_trade_no", Whole with { OutTradeNo = null } },
        { "out_trade_no", Whole with { TransactionId = "5Z7K" } },
        { "transaction_id", Whole with { OutTradeNo = null, TransactionId = "a/b" } },
        { "refund_fee", Whole with { RefundFee = null } },
        { "refund_fee", Whole with { RefundFee = 0 } },
        { "refund_fee", Whole with { RefundFee = -1 } },
        { "refund_fee", Whole with { RefundFee = 10_000_000_001 } },
        { "reason", Whole with { Reason = new string('x', 81) } },
        { "reason", Whole with { Reason = "a\nb" } },
        { "reason", Whole with { Reason = "a\ufffdb" } },
        { "reason", Whole with { Reason = "a\ud83cb" } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_value_outside_the_wires_limits_is_refused_by_name(
        string name, RefundRequest request)
    {
        var refusal = Should.Throw<PayRequestException>(request.EnsureValid);

        refusal.Problems.ShouldHaveSingleItem().Name.ShouldBe(name);
        refusal.Message.ShouldStartWith($"The refund request is not valid: {name} ");
    }

    [Fact]
    public void A_value_at_the_wires_limits_is_taken()
    {
        var request = Whole with
        {
            OutRequestNo = Long[1..],
            RefundFee = 10_000_000_000,
            Reason = new string('茶', 80),
        };

        Should.NotThrow(request.EnsureValid);
        Should.NotThrow((request with { OutTradeNo = null, TransactionId = "5Z7K" }).EnsureValid);
    }

    [Fact]
    public void Everything_that_is_missing_is_named_at_once()
        => Should.Throw<PayRequestException>(new RefundRequest().EnsureValid)
            .Problems.Select(problem => problem.Name)
            .ShouldBe(["out_request_no", "out_trade_no", "refund_fee"]);
}
