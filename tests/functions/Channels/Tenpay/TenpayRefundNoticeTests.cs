using PayFunctions.Channels;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Notifications about refunds: believed when the query says the same.</summary>
public sealed class TenpayRefundNoticeTests : IAsyncLifetime
{
    private TenpayHost host = null!;
    private TenpayBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TenpayHost.StartAsync();
        bench = new TenpayBench(host.Address);
    }

    public async ValueTask DisposeAsync()
    {
        bench.Dispose();
        await host.DisposeAsync();
    }

    [Theory]
    [InlineData("4")]
    [InlineData("10")]
    public async Task A_refund_that_is_done_is_genuine_once_the_query_says_it_too(string status)
    {
        Asked(status);

        (await ReadAsync(Notice.Refunded.With("refund_status", status))).ShouldBe(
            new GenuineRefund(A.RefundNumber, new RefundSucceeded(A.RefundId, At: null)));
        Said.Pairs(host.All.ShouldHaveSingleItem().Form)["out_refund_no"]
            .ShouldBe(A.RefundNumber.ToString());
    }

    [Theory]
    [InlineData("3", "RefundDeclined")]
    [InlineData("5", "RefundDeclined")]
    [InlineData("6", "RefundDeclined")]
    [InlineData("7", "RefundStuck")]
    public async Task So_is_one_that_failed_or_got_stuck(string status, string outcome)
    {
        Asked(status);

        (await ReadAsync(Notice.Refunded.With("refund_status", status)))
            .ShouldBeOfType<GenuineRefund>().Outcome.GetType().Name.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("9")]
    [InlineData("11")]
    public async Task One_in_work_moves_nothing_and_is_not_asked_about(string status)
    {
        (await ReadAsync(Notice.Refunded.With("refund_status", status)))
            .ShouldBeOfType<GenuineRefund>().Outcome.ShouldBeOfType<RefundPending>();
        host.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("4", "7")]
    [InlineData("4", "3")]
    [InlineData("7", "4")]
    [InlineData("3", "10")]
    public async Task A_query_that_says_otherwise_refuses_it(string told, string asked)
    {
        Asked(asked);

        (await ReadAsync(Notice.Refunded.With("refund_status", told)))
            .ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("1")]
    [InlineData("99")]
    public async Task A_query_that_is_not_so_far_proves_nothing_yet(string asked)
    {
        Asked(asked);

        (await ReadAsync(Notice.Refunded)).ShouldBeOfType<NotProved>();
    }

    [Fact]
    public async Task Trouble_and_refusals_prove_nothing_yet()
    {
        (await ReadAsync(Notice.Refunded)).ShouldBe(new NotProved("HTTP status 404"));
        host.Says("normalrefundquery", Said.Refusal("88222014"));
        (await ReadAsync(Notice.Refunded)).ShouldBeOfType<NotProved>();
        host.Says("normalrefundquery", Said.Refusal("88219998"));
        (await ReadAsync(Notice.Refunded)).ShouldBeOfType<NotProved>();
    }

    [Theory]
    [InlineData("partner", "1900009998", "SellerDiffers")]
    [InlineData("out_refund_no", "R1", "OrderNumberUnknown")]
    [InlineData("out_refund_no", "", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "T1", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "", "OrderNumberUnknown")]
    [InlineData("out_trade_no", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ01", "OrderNumberUnknown")]
    [InlineData("refund_fee", "2.00", "FieldInvalid")]
    [InlineData("refund_fee", "", "FieldInvalid")]
    [InlineData("refund_status", "12", "StatusUnknown")]
    [InlineData("refund_status", "", "StatusUnknown")]
    public async Task A_genuine_signature_does_not_make_a_field_right(
        string field, string value, string why)
    {
        Asked("4");

        (await ReadAsync(Notice.Refunded.With(field, value))).ShouldBeOfType<NotAccepted>()
            .Why.ToString().ShouldBe(why);
        host.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_amount_than_the_query_s_proves_nothing()
    {
        Asked("4");

        (await ReadAsync(Notice.Refunded.With("refund_fee", "300")))
            .ShouldBe(new NotProved("the answer is about another amount"));
    }

    [Fact]
    public async Task An_altered_one_is_refused_like_any_other()
    {
        var form = Notice.Refunded.Form().Replace(
            "refund_fee=200", "refund_fee=100", StringComparison.Ordinal);

        (await bench.Channel.ReadAsync(Notice.Refunded.Raw(form), default))
            .ShouldBe(new NotAccepted(NotificationRefusal.SignatureWrong));
    }

    [Fact]
    public async Task The_open_platform_has_none()
    {
        var open = Notice.Refunded.Without("partner").With("appid", TenpayBench.AppId) with
        {
            Account = TenpayBench.Open,
            Key = TenpayVectors.OpenKey,
        };

        (await ReadAsync(open)).ShouldBeOfType<Uninteresting>();
    }

    private void Asked(string state)
        => host.Says(
            "normalrefundquery",
            Said.Answer(
                [
                    new("input_charset", "UTF-8"),
                    new("out_refund_no_0", A.RefundNumber.ToString()),
                    new("out_trade_no", A.Number.ToString()),
                    new("partner", TenpayBench.Partner),
                    new("refund_count", "1"),
                    new("refund_fee_0", "200"),
                    new("refund_id_0", A.RefundId),
                    new("refund_state_0", state),
                    new("retcode", "0"),
                    new("sign_type", "MD5"),
                    new("transaction_id", A.TradeNo),
                ],
                TenpayVectors.GatewayKey));

    private ValueTask<NotificationReading> ReadAsync(Notice notice)
        => bench.Channel.ReadAsync(notice.Post(), CancellationToken.None);
}
