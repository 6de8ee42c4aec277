using PayFunctions.Channels;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

public sealed class AbcQueryTests : BankTests
{
    private static readonly Succeeded Paid
        = new(Money.OfFen(8888), An.Number.ToString(), An.Now);

    [Theory]
    [InlineData("03")]
    [InlineData("04")]
    [InlineData("05")]
    public async Task A_paid_trade_has_succeeded(string status)
    {
        Bank.Says(Said.Trade(status));

        (await Bench.QueryAsync()).ShouldBe(Paid);
        Bank.Message(0).ShouldContain("\"QueryDetail\":\"true\"");
    }

    [Theory]
    [InlineData("00", "Unknown")]
    [InlineData("01", "Waiting")]
    [InlineData("02", "Unknown")]
    [InlineData("07", "Unknown")]
    [InlineData("99", "Declined")]
    [InlineData("06", "Unknown")]
    [InlineData("4", "Unknown")]
    [InlineData("", "Unknown")]
    public async Task Every_other_status_has_one_meaning(string status, string outcome)
    {
        Bank.Says(Said.Trade(status));

        (await Bench.QueryAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task Requested_only_is_unknown_where_the_operator_says_so()
    {
        Bank.Says(Said.Trade("03"));

        (await With(("status_03", "unknown")).QueryAsync()).ShouldBeOfType<Unknown>();
    }

    [Theory]
    [InlineData("2307", "Waiting")]
    [InlineData("2302", "Unknown")]
    [InlineData("2303", "Unknown")]
    [InlineData("2304", "Unknown")]
    [InlineData("2305", "Unknown")]
    [InlineData("2306", "Unknown")]
    [InlineData("2308", "Unknown")]
    [InlineData("2310", "Unknown")]
    [InlineData("2400", "Unknown")]
    [InlineData("2999", "Unknown")]
    [InlineData("EUNKWN", "Unknown")]
    [InlineData("APE001", "Unknown")]
    [InlineData("", "Unknown")]
    public async Task No_return_code_says_that_a_trade_has_failed(string code, string outcome)
    {
        Bank.Says(Said.Code(code));

        (await With(("refused_codes", "APE001")).QueryAsync()).GetType().Name.ShouldBe(outcome);
    }

    [Fact]
    public async Task An_answer_about_another_trade_or_kind_is_unknown()
    {
        var another = new Unknown("the answer is not about this trade");

        Bank.Says(Said.Order(Said.TradeText(number: "T20260102000001")));
        (await Bench.QueryAsync()).ShouldBe(another);
        Bank.Says(Said.Order(Said.TradeText(payType: "Refund")));
        (await Bench.QueryAsync()).ShouldBe(another);
        Bank.Says(Said.Order(Said.TradeText(payType: "PreAuthPay")));
        (await Bench.QueryAsync()).ShouldBe(another);
        Bank.Says(Said.Order(Said.TradeText(
            number: An.Number.ToString().ToLowerInvariant())));
        (await Bench.QueryAsync()).ShouldBe(another);
    }

    [Theory]
    [InlineData("OrderAmount")]
    [InlineData("OrderDate")]
    [InlineData("OrderTime")]
    public async Task A_paid_trade_with_an_unreadable_field_is_unknown(string field)
    {
        Bank.Says(Said.Order(Said.TradeText().Replace(
            $"\"{field}\":\"", $"\"{field}\":\"-", StringComparison.Ordinal)));

        (await Bench.QueryAsync()).ShouldBeOfType<Unknown>().Reason.ShouldContain(field);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{\"Status\":\"04\",\"Status\":\"01\"}")]
    public async Task An_order_that_cannot_be_read_is_unknown(string order)
    {
        Bank.Says(Said.Order(order));

        (await Bench.QueryAsync())
            .ShouldBe(new Unknown("the order in the answer cannot be read"));
    }

    [Fact]
    public async Task An_order_that_is_no_base64_or_no_GBK_is_unknown()
    {
        var unreadable = new Unknown("the order in the answer cannot be read");
        foreach (var order in (string[])["*", "/w==", ""])
        {
            Bank.Says(Said.Signed(Said.Flat(
                Said.Members(("ReturnCode", "0000"), ("Order", order)))));

            (await Bench.QueryAsync()).ShouldBe(unreadable);
        }

        Bank.Says(Said.Signed(Said.Flat(Said.Members(("ReturnCode", "0000")))));
        (await Bench.QueryAsync()).ShouldBe(unreadable);
    }

    [Fact]
    public async Task The_vectors_order_is_read_in_GBK()
    {
        var text = AbcVectors.Named(
                AbcVectors.Responses, "Query detail: Order = base64(GBK JSON)")
            .GetProperty("fields").Text("Order_decoded")
            .Replace("T20260102000001", An.Number.ToString(), StringComparison.Ordinal);

        Bank.Says(Said.Order(text));

        (await Bench.QueryAsync()).ShouldBe(Paid);
    }

    [Fact]
    public async Task Both_roads_give_a_trade_the_same_number()
    {
        Bank.Says(Said.Order(Said.TradeText().Replace(
            "\"OrderDesc\"", "\"iRspRef\":\"9026010203040500001\",\"OrderDesc\"",
            StringComparison.Ordinal)));

        var asked = await Bench.QueryAsync();
        var told = await Bench.ReadAsync(Notice.Paid.Raw());

        asked.ShouldBeOfType<Succeeded>().ChannelTradeNo.ShouldBe(
            told.ShouldBeOfType<Genuine>().Outcome.ShouldBeOfType<Succeeded>().ChannelTradeNo);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_unknown()
        => (await Bench.Channel.QueryAsync(
                An.Trade with { Account = "gone" }, CancellationToken.None))
            .ShouldBe(new Unknown("the account cannot be used"));
}
