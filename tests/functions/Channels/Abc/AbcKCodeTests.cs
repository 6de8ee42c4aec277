using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The bank's payment by card and code.</summary>
public sealed class AbcKCodeTests : BankTests
{
    private const string Card = "6228480000000000001";
    private const string SignUrl = "https://pay.abchina.com/sign?TOKEN=17689868990000000001";

    /// <summary>2026-01-01 11:55:30 in China, as in the vectors.</summary>
    private static readonly DateTimeOffset At = new(2026, 1, 1, 3, 55, 30, TimeSpan.Zero);

    private static readonly KCodeCard TheCard = KCodeCard.Of(Card, "8888")!;

    private static readonly KCodeProof Proof = ProofOf(
        (KCodeProof.Code, "123456"), (KCodeProof.Name, "张三"), (KCodeProof.CertificateType, "I"),
        (KCodeProof.CertificateNo, "110101199003070011"));

    [Fact]
    public void A_code_is_asked_for_as_the_banks_own_SDK_asks()
    {
        using var bench = new AbcBench(("commodity_type", "0101"));

        AbcKCodeMessages.Send(bench.Account, Request(), TheCard)
            .ShouldBe(Vector("KPayVerifyReq(QuickPaymentRequest)"));
    }

    [Fact]
    public void A_code_pays_as_the_banks_own_SDK_pays()
        => AbcKCodeMessages.Pay(Bench.Account, Request(), Proof)
            .ShouldBe(Vector("KPayReq(QuickPaymentSend)"));

    [Fact]
    public void A_later_version_names_two_members_otherwise()
    {
        using var later = new AbcBench(("kcode_names", "3.2"));

        AbcKCodeMessages.Pay(later.Account, Request(), Proof)
            .ShouldBe(Vector("KPayReq(QuickPaymentSend)")
                .Replace("CertificateID", "CertificateNo", StringComparison.Ordinal)
                .Replace("PayLinkType", "PaymentLinkType", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_code_is_asked_for_without_the_card()
        => AbcKCodeMessages.Resend(Bench.Account, Request()).ShouldEndWith(
            "\"TrxRequest\":{\"TrxType\":\"KPayResendReq\",\"Order\":{"
            + Said.Members(
                ("OrderNo", An.Number.ToString()), ("CurrencyCode", "156"),
                ("OrderAmount", "2.00"), ("OrderDate", "2026/01/01"), ("OrderTime", "11:55:30"))
            + "}}}");

    [Fact]
    public void What_the_documents_leave_open_is_a_setting()
    {
        using var other = new AbcBench(("kcode_payment_type", "A"), ("kcode_link_type", "2"));

        AbcKCodeMessages.Send(other.Account, Request(), TheCard)
            .ShouldContain("\"PaymentType\":\"A\",\"PaymentLinkType\":\"2\"");
        AbcKCodeMessages.Pay(other.Account, Request(), Proof)
            .ShouldContain("\"PaymentType\":\"A\",\"PayLinkType\":\"2\"");
    }

    [Fact]
    public async Task The_banks_own_answer_to_the_wish_for_a_code_is_understood()
    {
        Bank.Says(Began());

        (await SendAsync(Bench)).ShouldBeOfType<KCodeSent>();
    }

    [Theory]
    [InlineData("2310", typeof(KCodeRefused))]
    [InlineData("2305", typeof(KCodeRefused))]
    [InlineData("2308", typeof(KCodeUndecided))]
    [InlineData("2400", typeof(KCodeUndecided))]
    [InlineData("EUNKWN", typeof(KCodeUndecided))]
    [InlineData("X999", typeof(KCodeUndecided))]
    public async Task Every_code_to_the_wish_for_a_code_has_a_meaning(string code, Type expected)
    {
        Bank.Says(Said.Code(code));

        (await SendAsync(Bench)).ShouldBeOfType(expected);
        Bank.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_payer_who_has_not_signed_up_is_sent_to_the_banks_page_and_to_no_other()
    {
        Bank.Says(NotSigned(SignUrl));
        (await SendAsync(Bench)).ShouldBe(new KCodeNotSigned(new Uri(SignUrl)));

        Bank.Says(NotSigned("https://pay.abchina.com.evil.example/sign"));
        (await SendAsync(Bench)).ShouldBeOfType<KCodeRefused>();
    }

    [Theory]
    [InlineData("0000", typeof(KCodeSent))]
    [InlineData("2307", typeof(KCodeRefused))]
    [InlineData("2306", typeof(KCodeUndecided))]
    [InlineData("2310", typeof(KCodeUndecided))]
    [InlineData("EUNKWN", typeof(KCodeUndecided))]
    public async Task Every_code_to_the_wish_for_another_code_has_a_meaning(
        string code, Type expected)
    {
        Bank.Says(Said.Code(code));

        (await Bench.KCodes.ResendCodeAsync(Request(), CancellationToken.None))
            .ShouldBeOfType(expected);
    }

    [Theory]
    [InlineData("2310", typeof(Declined))]
    [InlineData("2307", typeof(Declined))]
    [InlineData("2306", typeof(Unknown))]
    [InlineData("2308", typeof(Unknown))]
    [InlineData("EUNKWN", typeof(Unknown))]
    [InlineData("W001", typeof(Unknown))]
    public async Task Every_code_to_a_code_has_a_meaning(string code, Type expected)
    {
        Bank.Says(Said.Code(code));

        (await PayAsync(Bench)).ShouldBeOfType(expected);
        Bank.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task That_a_code_is_wrong_is_said_by_a_code_that_the_operator_names()
    {
        Bank.Says(Said.Code("W001"));

        (await PayAsync(With(("kcode_wrong_codes", "W001,W002")))).ShouldBeOfType<WrongCode>();
    }

    [Fact]
    public async Task A_payment_that_was_taken_is_believed_once_its_status_says_so()
    {
        Bank.SaysInTurn(Taken(), Said.Order(Text("04")));

        var outcome = await PayAsync(Bench);

        outcome.ShouldBe(new Succeeded(
            Money.OfFen(200), An.Number.ToString(),
            new DateTimeOffset(2026, 1, 1, 3, 56, 0, TimeSpan.Zero)));
        Bank.Message(1).ShouldContain("\"TrxType\":\"Query\"");
    }

    [Theory]
    [InlineData("01", typeof(Unknown))]
    [InlineData("02", typeof(Unknown))]
    [InlineData("99", typeof(Declined))]
    public async Task A_payment_that_was_taken_is_not_paid_while_its_status_says_otherwise(
        string status, Type expected)
    {
        Bank.SaysInTurn(Taken(), Said.Order(Text(status)));

        (await PayAsync(Bench)).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task A_payment_that_was_taken_is_done_where_the_operator_says_so()
    {
        Bank.Says(Taken());

        (await PayAsync(With(("kcode_done_at_once", "true")))).ShouldBeOfType<Succeeded>();
        Bank.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_answer_about_another_order_or_amount_pays_nothing()
    {
        var bench = With(("kcode_done_at_once", "true"));
        Bank.Says(Taken(amount: "2.01"));
        (await PayAsync(bench)).ShouldBeOfType<Unknown>();

        Bank.Says(Taken(number: "KP20260101001"));
        (await PayAsync(bench)).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task No_reason_repeats_what_the_bank_says_of_the_card()
    {
        Bank.Says(Said.Signed(Said.Flat(Said.Members(
            ("ReturnCode", "2310"), ("ErrorMessage", $"{Card} 123456 张三")))));

        var outcomes = new object[]
        {
            await SendAsync(Bench), await PayAsync(Bench),
            await Bench.KCodes.ResendCodeAsync(Request(), CancellationToken.None),
        };

        outcomes.ShouldAllBe(static o => o.ToString()!.Contains(
            "return code 2310", StringComparison.Ordinal));
        outcomes.ShouldAllBe(static o => !o.ToString()!.Contains(
            Card, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kcode_names", "3.3")]
    [InlineData("kcode_payment_type", "4")]
    [InlineData("kcode_link_type", "6")]
    [InlineData("kcode_done_at_once", "yes")]
    [InlineData("kcode_wrong_codes", "0000")]
    [InlineData("kcode_wrong_codes", "AP5095")]
    [InlineData("kcode_wrong_codes", "EUNKWN")]
    [InlineData("refused_codes", "AP5095")]
    public void A_setting_that_makes_no_sense_is_named(string name, string value)
        => AbcAccountRules.Open(An.Material([(name, value)])).Faults
            .ShouldHaveSingleItem().ShouldStartWith(name);

    private static Task<KCodeSending> SendAsync(AbcBench bench)
        => bench.KCodes.SendCodeAsync(Request(), TheCard, CancellationToken.None);

    private static Task<ChannelOutcome> PayAsync(AbcBench bench)
        => bench.KCodes.PayAsync(Request(), Proof, CancellationToken.None);

    /// <summary>The order of the vectors, but for its number.</summary>
    private static KCodeRequest Request()
    {
        var expires = new DateTimeOffset(2026, 2, 1, 2, 49, 1, TimeSpan.Zero);
        var order = An.Order("卡", "K码", 200);
        return new KCodeRequest(
            order with
            {
                CreatedAt = At,
                Terms = order.Terms with { Lifetime = expires - At },
            },
            new Attempt(
                1, AbcKCodeMessages.Product, "main", AttemptState.Open, At, AskAt: null));
    }

    private static KCodeProof ProofOf(params (string Name, string Value)[] fields)
        => KCodeProof.Of(fields.ToDictionary(
            static f => f.Name, static f => f.Value, StringComparer.Ordinal)).Proof!;

    private static string Vector(string name)
        => AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_signed_text")
            .Replace("KP20260101001", An.Number.ToString(), StringComparison.Ordinal);

    private static byte[] Began() => Said.Signed(Said.Wrapped(Said.Members(
        ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "KPayVerifyReq"),
        ("OrderNo", An.Number.ToString()), ("OrderAmount", "2.00"),
        ("VerifyDate", "2026/01/01"), ("VerifyTime", "11:55:31"))));

    private static byte[] NotSigned(string page) => Said.Signed(Said.Flat(Said.Members(
        ("ReturnCode", "AP5095"), ("ErrorMessage", "未签约"), ("PaymentURL", page))));

    private static byte[] Taken(string? number = null, string amount = "2.00")
        => Said.Signed(Said.Wrapped(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", "KPayReq"),
            ("OrderNo", number ?? An.Number.ToString()), ("OrderAmount", amount),
            ("HostDate", "2026/01/01"), ("HostTime", "11:56:00"))));

    private static string Text(string status) => Said.TradeText(status, "2.00");
}
