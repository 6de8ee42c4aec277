using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The bank's pre-authorisation.</summary>
public sealed class AbcHoldTests : BankTests
{
    private static readonly CaptureTerms Terms = new(
        OrderId.Of("shop", "H-1"), 1, 1, AbcMessages.HoldPageProduct, "T1", IsFinal: true);

    private static TradeReference Hold => An.Trade with { Product = AbcMessages.HoldPageProduct };

    private static TradeReference Captured => An.Trade with
    {
        Product = AbcHoldChannel.CaptureProduct,
        Capture = Terms,
    };

    private static RefundRequest Release => An.RefundRequest(fen: 8888) with { Trade = Hold };

    [Fact]
    public void A_page_for_a_hold_says_PreAuthPay_as_in_the_vectors()
    {
        var vector = AbcVectors.Named(AbcVectors.Requests, "PayReq pre-authorisation")
            .Text("signed_text");
        var order = An.Order();
        var message = AbcMessages.OpenPage(Bench.Account, An.PageRequest(
            order with { Terms = order.Terms with { Hold = new HoldTerms(TimeSpan.FromDays(7)) } },
            AbcMessages.HoldPageProduct));

        vector.ShouldContain("\"Order\":{\"PayTypeID\":\"PreAuthPay\",");
        message.ShouldContain("\"Order\":{\"PayTypeID\":\"PreAuthPay\",");
        message.ShouldBe(AbcMessages.OpenPage(Bench.Account, An.PageRequest()).Replace(
            "ImmediatePay", "PreAuthPay", StringComparison.Ordinal));
    }

    [Fact]
    public void A_release_is_asked_for_as_in_the_vectors()
    {
        var expected = AbcVectors.Named(AbcVectors.Requests, "PreAuthCancelConfirm cancel")
            .Text("signed_text")
            .Replace("PC20260102002", An.RefundNumber.ToString(), StringComparison.Ordinal)
            .Replace("PA20260102001", An.Number.ToString(), StringComparison.Ordinal)
            .Replace("2026/01/02", "2026/01/03", StringComparison.Ordinal)
            .Replace("12:00:00", "03:04:05", StringComparison.Ordinal)
            .Replace("100.00", "88.88", StringComparison.Ordinal);

        AbcMessages.Release(Bench.Account, Release).ShouldBe(expected);
        AbcMessages.Capture(Bench.Account, Capture()).ShouldBe(expected
            .Replace("Cancel\"", "Confirm\"", StringComparison.Ordinal)
            .Replace(
                $"\"OriginalOrderNo\":\"{An.Number}\"",
                $"\"OriginalOrderNo\":\"{Terms.HoldNumber()}\"", StringComparison.Ordinal)
            .Replace(An.RefundNumber.ToString(), An.Number.ToString(), StringComparison.Ordinal)
            .Replace("2026/01/03", "2026/01/02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("04", typeof(Succeeded))]
    [InlineData("07", typeof(Succeeded))]
    [InlineData("00", typeof(Declined))]
    [InlineData("99", typeof(Declined))]
    [InlineData("01", typeof(Waiting))]
    [InlineData("02", typeof(Unknown))]
    [InlineData("03", typeof(Unknown))]
    public async Task Every_status_of_a_hold_has_a_meaning(string status, Type expected)
    {
        Bank.Says(Said.Order(Said.TradeText(status, payType: "PreAuthPay")));

        (await Bench.Holds.QueryAsync(Hold, CancellationToken.None)).ShouldBeOfType(expected);
        Bank.Message(0).ShouldContain("\"PayTypeID\":\"PreAuthPay\"");
    }

    [Fact]
    public async Task An_answer_about_a_payment_says_nothing_of_a_hold()
    {
        Bank.Says(Said.Trade());

        (await Bench.Holds.QueryAsync(Hold, CancellationToken.None)).ShouldBeOfType<Unknown>();
    }

    [Theory]
    [InlineData("07", typeof(Succeeded))]
    [InlineData("04", typeof(Waiting))]
    [InlineData("00", typeof(Declined))]
    [InlineData("02", typeof(Unknown))]
    public async Task What_became_of_a_capture_is_what_the_hold_is(string status, Type expected)
    {
        Bank.Says(Said.Order(Said.TradeText(
            status, number: Terms.HoldNumber().ToString(), payType: "PreAuthPay")));

        var outcome = await Bench.Holds.QueryAsync(Captured, CancellationToken.None);

        outcome.ShouldBeOfType(expected);
        if (outcome is Succeeded paid)
        {
            paid.ShouldBe(new Succeeded(Money.OfFen(8888), An.Number.ToString(), An.Now));
        }
    }

    [Fact]
    public async Task A_capture_that_the_host_has_booked_is_made()
    {
        Bank.Says(Ended());

        (await Bench.Holds.CaptureAsync(Capture(), CancellationToken.None)).ShouldBe(
            new Succeeded(
                Money.OfFen(8888), An.Number.ToString(),
                new DateTimeOffset(2026, 1, 3, 2, 0, 1, TimeSpan.Zero)));
    }

    [Fact]
    public async Task Any_other_answer_to_a_capture_is_asked_about()
    {
        foreach (var answer in (byte[][])[
            Ended(amount: "88.87"), Ended(hold: "another"), Ended(number: "another"),
            Ended(time: ""), Said.Code("2306"), Said.Code("2308"), Said.Code("EUNKWN")])
        {
            Bank.Says(answer);

            (await Bench.Holds.CaptureAsync(Capture(), CancellationToken.None))
                .ShouldBeOfType<Unknown>();
        }
    }

    [Fact]
    public async Task A_merchant_that_may_not_capture_is_declined()
    {
        Bank.Says(Said.Code("2310"));

        (await Bench.Holds.CaptureAsync(Capture(), CancellationToken.None))
            .ShouldBe(new Declined("2310 交易失败"));
    }

    [Theory]
    [InlineData("00", typeof(RefundSucceeded))]
    [InlineData("07", typeof(RefundDeclined))]
    [InlineData("04", typeof(RefundUnknown))]
    [InlineData("02", typeof(RefundUnknown))]
    public async Task A_release_that_is_refused_may_have_been_made_before(
        string status, Type expected)
    {
        Bank.SaysInTurn(
            Said.Code("2306"),
            Said.Order(Said.TradeText(status, payType: "PreAuthPay")));

        (await Bench.Holds.RefundAsync(Release, CancellationToken.None))
            .ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData("00", typeof(RefundSucceeded))]
    [InlineData("04", typeof(RefundAbsent))]
    [InlineData("07", typeof(RefundDeclined))]
    public async Task What_became_of_a_release_is_what_the_hold_is(string status, Type expected)
    {
        Bank.Says(Said.Order(Said.TradeText(status, payType: "PreAuthPay")));

        (await Bench.Holds.QueryRefundAsync(Release, CancellationToken.None))
            .ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData("capture")]
    [InlineData("hold")]
    public async Task A_refund_of_what_was_captured_names_what_the_operator_says(string by)
    {
        var original = by is "hold" ? Terms.HoldNumber().ToString() : An.Number.ToString();
        Bank.Says(Said.RefundTaken(number: original));
        var bench = With(("capture_refund_by", by), ("refund_done_at_once", "true"));

        var refunded = await bench.Holds.RefundAsync(
            An.RefundRequest() with { Trade = Captured }, CancellationToken.None);

        refunded.ShouldBeOfType<RefundSucceeded>();
        Bank.Message(0).ShouldContain($"\"OrderNo\":\"{original}\"");
    }

    [Fact]
    public async Task A_notification_of_a_hold_is_proved_by_a_question_about_a_hold()
    {
        Bank.SaysInTurn(
            Said.Code("2307"), Said.Order(Said.TradeText(payType: "PreAuthPay")));

        (await Bench.ReadAsync(Notice.Paid.Raw())).ShouldBeOfType<Genuine>()
            .Outcome.ShouldBeOfType<Succeeded>();
    }

    private static CaptureRequest Capture()
    {
        var order = An.Order();
        return new CaptureRequest(
            order with { Terms = order.Terms with { Capture = Terms } },
            new Attempt(
                1, AbcHoldChannel.CaptureProduct, "main", AttemptState.Open, An.Now, AskAt: null),
            new Uri("http://pay.example.com/abc/notify"), An.Now.AddMinutes(7));
    }

    private static byte[] Ended(
        string? number = null, string? hold = null, string amount = "88.88",
        string time = "10:00:01")
        => Said.Signed(Said.Flat(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"),
            ("TrxType", "PreAuthCancelConfirm"), ("OrderNo", number ?? An.Number.ToString()),
            ("OrderAmount", amount), ("OriginalOrderNo", hold ?? Terms.HoldNumber().ToString()),
            ("BatchNo", "000001"), ("VouchNo", "000002"), ("HostDate", "2026/01/03"),
            ("HostTime", time), ("iRspRef", "9026010210000100001"))));
}
