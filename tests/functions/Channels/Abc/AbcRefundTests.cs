using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcRefundTests : BankTests
{
    private static readonly RefundUnknown Another
        = new("the answer is not about this refund and amount");

    [Fact]
    public async Task A_refund_that_was_taken_is_pending_for_taken_is_not_yet_done()
    {
        Bank.Says(Said.RefundTaken());

        (await Bench.RefundAsync()).ShouldBeOfType<RefundPending>();
        Bank.Message(0).ShouldContain($"\"NewOrderNo\":\"{An.RefundNumber}\"");
    }

    [Fact]
    public async Task A_refund_that_was_taken_is_done_where_the_operator_says_so()
    {
        Bank.Says(Said.RefundTaken());

        (await With(("refund_done_at_once", "true")).RefundAsync()).ShouldBe(
            new RefundSucceeded(
                "9026010210000100001", new DateTimeOffset(2026, 1, 3, 2, 0, 1, TimeSpan.Zero)));
    }

    [Fact]
    public async Task An_answer_about_another_refund_is_unknown()
    {
        foreach (var answer in (byte[][])[
            Said.RefundTaken(number: "T20260102000001"),
            Said.RefundTaken(newNumber: "R20260102000001"),
            Said.RefundTaken(amount: "8.81"),
            Said.RefundTaken(amount: "")])
        {
            Bank.Says(answer);

            (await With(("refund_done_at_once", "true")).RefundAsync()).ShouldBe(Another);
        }
    }

    [Theory]
    [InlineData("2304", "RefundDeclined")]
    [InlineData("2305", "RefundDeclined")]
    [InlineData("2310", "RefundDeclined")]
    [InlineData("2311", "RefundDeclined")]
    [InlineData("APE001", "RefundDeclined")]
    [InlineData("2302", "RefundUnknown")]
    [InlineData("2303", "RefundUnknown")]
    [InlineData("2308", "RefundUnknown")]
    [InlineData("2309", "RefundUnknown")]
    [InlineData("2400", "RefundUnknown")]
    [InlineData("2500", "RefundUnknown")]
    [InlineData("2501", "RefundUnknown")]
    [InlineData("2600", "RefundUnknown")]
    [InlineData("2999", "RefundUnknown")]
    [InlineData("EUNKWN", "RefundUnknown")]
    [InlineData("1203", "RefundUnknown")]
    [InlineData("APE002", "RefundUnknown")]
    [InlineData("", "RefundUnknown")]
    public async Task Every_code_has_one_meaning(string code, string outcome)
    {
        Bank.Says(Said.Code(code));

        (await With(("refused_codes", "APE001")).RefundAsync()).GetType().Name
            .ShouldBe(outcome);
        Bank.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2306")]
    [InlineData("2307")]
    public async Task What_the_orders_state_forbids_is_declined_once_the_bank_has_no_such_refund(
        string code)
    {
        Bank.SaysInTurn(Said.Code(code), Said.Code("2307"));

        (await Bench.RefundAsync()).ShouldBe(new RefundDeclined($"{code} 交易失败"));
        Bank.Message(1).ShouldContain("\"PayTypeID\":\"Refund\"");
        Bank.Message(1).ShouldContain($"\"OrderNo\":\"{An.RefundNumber}\"");
    }

    [Fact]
    public async Task What_the_orders_state_forbids_may_be_the_same_refund_made_before()
    {
        Bank.SaysInTurn(Said.Code("2306"), Said.Order(Said.RefundText()));
        (await Bench.RefundAsync()).ShouldBeOfType<RefundSucceeded>();

        Bank.Asked.Clear();
        Bank.SaysInTurn(Said.Code("2306"), Said.Code("2400"));
        (await Bench.RefundAsync()).ShouldBeOfType<RefundUnknown>();
    }

    [Theory]
    [InlineData("04", "RefundSucceeded")]
    [InlineData("05", "RefundSucceeded")]
    [InlineData("01", "RefundPending")]
    [InlineData("03", "RefundPending")]
    [InlineData("99", "RefundDeclined")]
    [InlineData("02", "RefundUnknown")]
    [InlineData("00", "RefundUnknown")]
    [InlineData("07", "RefundUnknown")]
    [InlineData("", "RefundUnknown")]
    public async Task A_question_tells_what_became_of_a_refund(string status, string outcome)
    {
        Bank.Says(Said.Order(Said.RefundText(status)));

        (await Bench.QueryRefundAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("2307", "RefundAbsent")]
    [InlineData("2302", "RefundUnknown")]
    [InlineData("2305", "RefundUnknown")]
    [InlineData("2306", "RefundUnknown")]
    [InlineData("2308", "RefundUnknown")]
    [InlineData("2310", "RefundUnknown")]
    [InlineData("2400", "RefundUnknown")]
    [InlineData("EUNKWN", "RefundUnknown")]
    [InlineData("", "RefundUnknown")]
    public async Task Only_one_code_says_that_the_bank_has_no_such_refund(
        string code, string outcome)
    {
        Bank.Says(Said.Code(code));

        (await Bench.QueryRefundAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("8.80", "88.88")]
    [InlineData(null, "8.80")]
    public async Task A_refunds_amount_is_RefundAmount_or_where_there_is_none_OrderAmount(
        string? refundAmount, string orderAmount)
    {
        Bank.Says(Said.Order(Said.RefundText(
            refundAmount: refundAmount, orderAmount: orderAmount)));

        (await Bench.QueryRefundAsync()).ShouldBe(new RefundSucceeded(null, null));
    }

    [Fact]
    public async Task The_answer_may_name_the_refund_or_its_trade_and_nothing_else()
    {
        Bank.Says(Said.Order(Said.RefundText(number: An.Number.ToString())));
        (await Bench.QueryRefundAsync()).ShouldBeOfType<RefundSucceeded>();

        foreach (var text in (string[])[
            Said.RefundText(number: "R20260102000001"),
            Said.RefundText(refundAmount: "8.81"),
            Said.RefundText(refundAmount: null, orderAmount: "88.88"),
            Said.RefundText(payType: "ImmediatePay")])
        {
            Bank.Says(Said.Order(text));
            (await Bench.QueryRefundAsync()).ShouldBe(Another);
        }
    }

    [Fact]
    public async Task A_refund_that_cannot_be_read_is_unknown()
    {
        Bank.Says(Said.Order("{"));

        (await Bench.QueryRefundAsync())
            .ShouldBe(new RefundUnknown("the order in the answer cannot be read"));
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
    {
        var request = An.RefundRequest(account: "gone");
        var gone = new RefundUnknown("the account cannot be used");

        (await Bench.Channel.RefundAsync(request, CancellationToken.None)).ShouldBe(gone);
        (await Bench.Channel.QueryRefundAsync(request, CancellationToken.None)).ShouldBe(gone);
    }
}
