using System.Text;
using PayFunctions.Channels;
using PayFunctions.Channels.IPayNow;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.IPayNow;

public sealed class IPayNowNoticeTests : IDisposable
{
    private readonly IPayNowBench a = new(IPayNowProfile.A, null);
    private readonly IPayNowBench b = new(IPayNowProfile.B, null);

    /// <summary>N001 of profile A: vector I4 about an order of ours.</summary>
    internal static Said OfA { get; } = new Said { Fields = IPayNowVectors.Fields("I4") }
        .With("mhtOrderNo", An.Number.ToString());

    /// <summary>N001 of profile B: vector I9 about an order of ours.</summary>
    internal static Said OfB { get; } = new Said
    {
        Fields = IPayNowVectors.Fields("I9"),
        SignsType = true,
    }.With("mhtOrderNo", An.Number.ToString());

    private static Said RefundOfA { get; } = OfA
        .With("mhtOrderType", "04")
        .With("tradeStatus", "R010")
        .With("refundOrderNo", An.RefundNumber.ToString());

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    [Fact]
    public async Task A_payment_of_profile_a_is_genuine()
        => (await ReadAsync(a, OfA)).ShouldBe(new Genuine(An.Number, new Succeeded(
            Money.OfFen(1234), "2001202401020000000001", An.Now)));

    [Fact]
    public async Task A_payment_of_profile_b_is_genuine()
        => (await ReadAsync(b, OfB)).ShouldBe(new Genuine(An.Number, new Succeeded(
            Money.OfFen(1234), "2003012024010200000001",
            new DateTimeOffset(2024, 1, 2, 2, 15, 0, TimeSpan.Zero))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=GBK")]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8")]
    [InlineData("nonsense")]
    public async Task The_raw_body_counts_whatever_its_type(string? contentType)
        => (await a.Channel.ReadAsync(
            Raw(OfA.Body()) with { ContentType = contentType }, CancellationToken.None))
            .ShouldBeOfType<Genuine>();

    [Fact]
    public async Task The_order_of_fields_and_the_case_of_the_signature_do_not_matter()
    {
        var fields = OfB.Signed();
        fields.Reverse();
        fields[0] = new("signature", fields[0].Value.ToUpperInvariant());

        (await b.Channel.ReadAsync(
            Raw(Said.Encode(fields, Encoding.UTF8)), CancellationToken.None))
            .ShouldBeOfType<Genuine>();
    }

    [Fact]
    public async Task A_payment_of_profile_a_without_ipaynows_number_is_named_by_ours()
        => Outcome(await ReadAsync(a, OfA.Without("nowPayOrderNo")))
            .ChannelTradeNo.ShouldBe(An.Number.ToString());

    [Fact]
    public async Task A_payment_without_its_time_was_paid_now()
        => Outcome(await ReadAsync(b, OfB.Without("payTime"))).PaidAt.ShouldBe(An.Now);

    [Fact]
    public async Task What_we_reserve_comes_back_and_may_look_like_the_wire()
        => (await ReadAsync(b, OfB.With("mhtReserved", "a=1&b=2")))
            .ShouldBeOfType<Genuine>();

    [Theory]
    [InlineData("A002")]
    [InlineData("A003")]
    [InlineData("A004")]
    [InlineData("A005")]
    [InlineData("A006")]
    [InlineData("A00I")]
    public async Task What_is_no_success_is_taken_and_left_to_a_query(string status)
    {
        (await ReadAsync(a, OfA.With("tradeStatus", status)))
            .ShouldBe(new Uninteresting($"not a success: {status}"));
        (await ReadAsync(b, OfB.With("transStatus", status)))
            .ShouldBe(new Uninteresting($"not a success: {status}"));
    }

    [Fact]
    public async Task What_the_payers_browser_carries_is_for_display_only()
        => (await ReadAsync(a, OfA.With("funcode", "N002")))
            .ShouldBe(new Uninteresting("for display only"));

    [Fact]
    public async Task A_refund_that_is_done_is_genuine()
        => (await ReadAsync(a, RefundOfA)).ShouldBe(new GenuineRefund(
            An.RefundNumber, new RefundSucceeded("2001202401020000000001", null)));

    [Fact]
    public async Task A_refund_may_be_named_where_a_payment_is()
        => (await ReadAsync(a, RefundOfA.Without("refundOrderNo")
            .With("mhtOrderNo", An.RefundNumber.ToString())))
            .ShouldBeOfType<GenuineRefund>().Number.ShouldBe(An.RefundNumber);

    [Theory]
    [InlineData("R000", nameof(RefundPending))]
    [InlineData("R012", nameof(RefundPending))]
    [InlineData("R001", nameof(RefundDeclined))]
    [InlineData("R011", nameof(RefundDeclined))]
    [InlineData("R021", nameof(RefundDeclined))]
    [InlineData("R027", nameof(RefundDeclined))]
    public async Task Every_status_of_a_refund_has_a_meaning(string status, string meaning)
        => (await ReadAsync(a, RefundOfA.With("tradeStatus", status)))
            .ShouldBeOfType<GenuineRefund>().Outcome.GetType().Name.ShouldBe(meaning);

    [Fact]
    public async Task A_status_of_a_refund_is_never_a_payment()
        => (await ReadAsync(a, OfA.With("tradeStatus", "R010")))
            .ShouldBe(new NotAccepted(NotificationRefusal.OrderNumberUnknown));

    [Theory]
    [InlineData("refundOrderNo", "RF20240103000001", "OrderNumberUnknown")]
    [InlineData("refundOrderNo", "", "OrderNumberUnknown")]
    [InlineData("tradeStatus", "A001", "StatusUnknown")]
    [InlineData("tradeStatus", "R099", "StatusUnknown")]
    [InlineData("tradeStatus", "", "FieldInvalid")]
    public async Task A_refund_with_wrong_content_is_refused(
        string name, string value, string refusal)
        => (await ReadAsync(a, RefundOfA.With(name, value)))
            .ShouldBeOfType<NotAccepted>().Why.ToString().ShouldBe(refusal);

    [Fact]
    public async Task A_refund_of_profile_b_is_taken_and_left_to_a_query()
        => (await ReadAsync(b, OfB.With("mhtOrderType", "04")))
            .ShouldBe(new Uninteresting("about a refund: a query tells"));

    [Fact]
    public void Only_success_Y_ends_the_repetition()
    {
        a.Channel.Accept(null).ShouldBe(new NotificationReply("success=Y"));
        a.Channel.Refuse(null).ShouldBe(new NotificationReply("success=N"));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_refused()
        => (await a.Channel.ReadAsync(
            Raw(OfA.Body()) with { Account = "other" }, CancellationToken.None))
            .ShouldBe(new NotAccepted(NotificationRefusal.AccountUnknown));

    internal static RawNotification Raw(string body)
        => new("main", "POST", "text/plain", Encoding.Latin1.GetBytes(body));

    private static Succeeded Outcome(NotificationReading reading)
        => reading.ShouldBeOfType<Genuine>().Outcome.ShouldBeOfType<Succeeded>();

    private static async Task<NotificationReading> ReadAsync(IPayNowBench bench, Said said)
        => await bench.Channel.ReadAsync(Raw(said.Body()), CancellationToken.None);
}
