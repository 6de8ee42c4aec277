using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Trades that are undone: <c>alipay.trade.cancel</c>.</summary>
public sealed class AlipayCancelTests : IAsyncLifetime
{
    private const string Method = "trade.cancel";

    private AlipayTalk talk = null!;

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public async Task The_request_names_the_trade_by_our_number()
    {
        Answers("N", "close");

        await CancelAsync();

        talk.Common()["method"].ShouldBe("alipay.trade.cancel");
        talk.Content().ShouldBe($$"""{"out_trade_no":"{{An.Number}}"}""");
    }

    [Theory]
    [InlineData("close")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_unpaid_trade_is_ended_and_one_that_never_was_too(string? action)
    {
        Answers("N", action);

        (await CancelAsync()).ShouldBe(new Cancelled());
    }

    [Fact]
    public async Task A_paid_trade_is_given_back()
    {
        Answers("N", "refund");

        (await CancelAsync()).ShouldBe(new CancelledAndRefunded(An.TradeNo, An.Now));
    }

    [Theory]
    [InlineData("Y", "close")]
    [InlineData("Y", "refund")]
    [InlineData("Y", null)]
    [InlineData(null, "close")]
    [InlineData("", "close")]
    [InlineData("n", "close")]
    [InlineData("N", "unfreeze")]
    public async Task Whatever_is_not_an_end_is_repeated(string? retry, string? action)
    {
        Answers(retry, action);

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>();
    }

    [Fact]
    public async Task A_refund_of_an_unnamed_trade_and_another_trade_s_cancel_are_unknown()
    {
        talk.Says(Method, ("code", "10000"), ("out_trade_no", An.Number.ToString()),
            ("retry_flag", "N"), ("action", "refund"));
        (await CancelAsync()).ShouldBe(new CancelUnknown("refunded, but trade_no is unreadable"));

        talk.Says(Method, ("code", "10000"), ("out_trade_no", "other"), ("retry_flag", "N"));
        (await CancelAsync()).ShouldBe(new CancelUnknown("the answer is not about this trade"));

        talk.Says(Method, ("code", "10000"), ("retry_flag", "N"));
        (await CancelAsync()).ShouldBe(new CancelUnknown("the answer is not about this trade"));
    }

    [Theory]
    [InlineData("40004", "ACQ.TRADE_CANCEL_TIME_OUT", true)]
    [InlineData("40004", "ACQ.CANCEL_NOT_ALLOWED", true)]
    [InlineData("40004", "ACQ.TRADE_HAS_FINISHED", true)]
    [InlineData("40004", "ACQ.SELLER_BALANCE_NOT_ENOUGH", true)]
    [InlineData("40004", "ACQ.REASON_TRADE_BEEN_FREEZEN", true)]
    [InlineData("40004", "ACQ.REASON_TRADE_REFUND_FEE_ERR", true)]
    [InlineData("40004", "AQC.TRADE_HAS_FINISHED", true)]
    [InlineData("40004", "ACQ.SYSTEM_ERROR", false)]
    [InlineData("40004", "AQC.SYSTEM_ERROR", false)]
    [InlineData("40004", "ACQ.INVALID_PARAMETER", false)]
    [InlineData("40004", "ACQ.SOMETHING_NEW", false)]
    [InlineData("40004", null, false)]
    [InlineData("20000", "ACQ.CANCEL_NOT_ALLOWED", false)]
    [InlineData("40002", "isv.invalid-signature", false)]
    [InlineData("40006", "isv.insufficient-isv-permissions", false)]
    public async Task A_refusal_is_for_good_only_where_it_is_sure(
        string code, string? subCode, bool forGood)
    {
        talk.Refuses(Method, code, subCode);

        var outcome = await CancelAsync();

        (outcome is CancelRefused).ShouldBe(forGood);
        (outcome is CancelUnknown).ShouldBe(!forGood);
    }

    [Fact]
    public async Task A_refusal_that_asks_for_a_repetition_is_repeated()
    {
        talk.Says(Method, ("code", "40004"), ("sub_code", "ACQ.SELLER_BALANCE_NOT_ENOUGH"),
            ("retry_flag", "Y"));

        (await CancelAsync()).ShouldBe(
            new CancelUnknown("to be repeated: 40004 ACQ.SELLER_BALANCE_NOT_ENOUGH"));
    }

    [Fact]
    public async Task Trouble_is_unknown_and_a_cancel_is_not_repeated_by_itself()
    {
        talk.Gateway.Answer = static context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await CancelAsync()).ShouldBeOfType<CancelUnknown>();
        talk.Gateway.Asked.Count.ShouldBe(1);
        (await talk.Channel.CancelAsync(An.TradeOf("gone"), CancellationToken.None))
            .ShouldBe(new CancelUnknown("the account cannot be used"));
    }

    private void Answers(string? retry, string? action)
        => talk.Says(Method, ("code", "10000"), ("msg", "Success"),
            ("out_trade_no", An.Number.ToString()), ("retry_flag", retry), ("action", action),
            ("trade_no", An.TradeNo));

    private Task<CancelOutcome> CancelAsync()
        => talk.Channel.CancelAsync(An.Trade, CancellationToken.None);
}
