using PayFunctions.Channels;
using PayFunctions.Channels.Abc;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Abc;

/// <summary>The bank's authorised payments.</summary>
public sealed class AbcAgreementTests : BankTests
{
    private const string SignNo = "No202601010001";

    private static readonly DebitTerms Terms = new(OrderId.Of("shop", "G-1"), 1, SignNo);

    private static TradeReference Signing => An.Trade with
    {
        Product = AbcAgreementMessages.PageProduct,
        Total = Money.OfFen(0),
    };

    private static TradeReference Debited => An.Trade with
    {
        Product = AbcAgreementMessages.DebitProduct,
    };

    private static UnsignRequest End => new(
        "main", An.Number, SignNo, An.Now, new Uri("http://pay.example.com/abc/notify"),
        An.Now.AddMinutes(1));

    [Fact]
    public void A_page_is_asked_for_as_the_banks_SDK_does()
    {
        var expected = Sdk("AgentSign")
            .Replace("AS20260101001", An.Number.ToString(), StringComparison.Ordinal)
            .Replace(
                "http://127.0.0.1:8080/sign", "http://pay.example.com/abc/notify",
                StringComparison.Ordinal)
            .Replace("2026/01/01", "2026/01/02", StringComparison.Ordinal)
            .Replace("09:10:10", "03:04:05", StringComparison.Ordinal);

        AbcAgreementMessages.Sign(Bench.Account, Page()).ShouldBe(expected);
        AbcAgreementMessages.Sign(Bench.Account, Page(AbcAgreementMessages.WapProduct))
            .ShouldBe(expected.Replace(
                "\"PaymentLinkType\":\"1\"", "\"PaymentLinkType\":\"2\"",
                StringComparison.Ordinal));
    }

    [Fact]
    public void A_question_is_asked_as_the_banks_SDK_does()
        => AbcAgreementMessages.Query(Bench.Account, An.Number).ShouldBe(Sdk("QueryAgentSign")
            .Replace("AS20260101001", An.Number.ToString(), StringComparison.Ordinal));

    [Fact]
    public void A_debit_is_asked_for_as_the_banks_SDK_does()
        => AbcAgreementMessages.Debit(With(("commodity_type", "0101")).Account, Debit())
            .ShouldBe(Sdk("AgentPay")
                .Replace("AP20260102001", An.Number.ToString(), StringComparison.Ordinal)
                .Replace("09:10:10", "03:04:05", StringComparison.Ordinal));

    [Theory]
    [InlineData("signing", "")]
    [InlineData("own", "U")]
    public void An_end_names_the_number_that_the_operator_says(string by, string suffix)
        => AbcAgreementMessages.Unsign(With(("agreement_unsign_no", by)).Account, End)
            .ShouldContain(
                "\"TrxRequest\":{\"TrxType\":\"AgentUnSign\","
                + $"\"OrderNo\":\"{An.Number}{suffix}\",\"AgentSignNo\":\"{SignNo}\","
                + "\"RequestDate\":\"2026/01/02\",\"RequestTime\":\"03:04:05\"}");

    [Fact]
    public async Task The_payer_goes_to_the_banks_page_only()
    {
        foreach (var (page, expected) in ((string, Type)[])[
            ("https://pay.abchina.com/sign?TOKEN=1", typeof(PageReady)),
            ("https://pay.example.com/sign?TOKEN=1", typeof(PageUnknown)),
            ("", typeof(PageUnknown))])
        {
            Bank.Says(Answer("AgentSign", ("B2CAgentSignContractURL", page)));

            (await Bench.Agreements.OpenPageAsync(Page(), CancellationToken.None))
                .ShouldBeOfType(expected);
        }
    }

    [Theory]
    [InlineData("0", typeof(Succeeded))]
    [InlineData("00", typeof(Succeeded))]
    [InlineData("9", typeof(Unsigned))]
    [InlineData("1", typeof(Unknown))]
    [InlineData("", typeof(Unknown))]
    public async Task A_status_means_what_the_operator_says(string status, Type expected)
    {
        Bank.Says(Known(status));

        var outcome = await With(("agreement_ended_status", "9")).Agreements.QueryAsync(
            Signing, CancellationToken.None);

        outcome.ShouldBeOfType(expected);
        if (outcome is Succeeded signed)
        {
            signed.ShouldBe(new Succeeded(Money.OfFen(0), SignNo, An.Now));
        }
    }

    [Fact]
    public async Task An_answer_about_something_else_says_nothing()
    {
        foreach (var answer in (byte[][])[
            Known("0", number: "another"), Known("0", merchant: "103880000000009"),
            Known("0", signNo: "a b"), Said.Code("EUNKWN"), Said.Code("2302")])
        {
            Bank.Says(answer);

            (await Bench.Agreements.QueryAsync(Signing, CancellationToken.None))
                .ShouldBeOfType<Unknown>();
        }

        Bank.Says(Known("0", signNo: "No9"));
        (await Bench.Agreements.QueryAsync(
            Signing with { ChannelTradeNo = SignNo }, CancellationToken.None))
            .ShouldBeOfType<Unknown>();
        Bank.Says(Said.Code("2307"));
        (await Bench.Agreements.QueryAsync(Signing, CancellationToken.None))
            .ShouldBeOfType<Waiting>();
    }

    [Fact]
    public async Task An_end_is_believed_with_its_own_number_and_kind()
    {
        Bank.Says(Answer("AgentUnSign"));
        (await EndAsync()).ShouldBe(new Unsigned(SignNo, End.Now));

        Bank.Says(Answer("QueryAgentSign"));
        (await EndAsync()).ShouldBeOfType<Unknown>();

        Bank.Says(Said.Code("EUNKWN"));
        (await EndAsync()).ShouldBeOfType<Unknown>();
    }

    [Theory]
    [InlineData("2306", "9", true)]
    [InlineData("2308", "9", true)]
    [InlineData("2306", "0", false)]
    [InlineData("2306", "", false)]
    [InlineData("2307", null, false)]
    public async Task After_a_refusal_a_question_says_whether_it_is_over(
        string refusal, string? status, bool isOver)
    {
        Bank.SaysInTurn(
            Said.Code(refusal), status is null ? Said.Code("2307") : Known(status));

        var outcome = await EndAsync();

        (outcome is Unsigned).ShouldBe(isOver, outcome.ToString());
        (outcome is Unknown).ShouldBe(!isOver);
    }

    [Theory]
    [InlineData("04", typeof(Succeeded))]
    [InlineData("01", typeof(Waiting))]
    [InlineData("99", typeof(Declined))]
    [InlineData("02", typeof(Unknown))]
    public async Task What_became_of_a_debit_is_asked_at_once(string status, Type expected)
    {
        Bank.SaysInTurn(
            Answer("AgentPay"), Said.Order(Said.TradeText(status, payType: "AgentPay")));

        (await Bench.Debits.DebitAsync(Debit(), CancellationToken.None))
            .ShouldBeOfType(expected);
        Bank.Message(1).ShouldContain("\"PayTypeID\":\"AgentPay\"");
    }

    [Theory]
    [InlineData("2306", null, typeof(Declined))]
    [InlineData("2306", "04", typeof(Succeeded))]
    [InlineData("2308", "04", typeof(Succeeded))]
    [InlineData("2310", null, typeof(Declined))]
    [InlineData("EUNKWN", null, typeof(Unknown))]
    public async Task A_debit_that_the_state_forbids_is_declined_once_the_bank_has_none(
        string refusal, string? status, Type expected)
    {
        Bank.SaysInTurn(
            Said.Code(refusal),
            status is null
                ? Said.Code("2307")
                : Said.Order(Said.TradeText(status, payType: "AgentPay")));

        (await Bench.Debits.DebitAsync(Debit(), CancellationToken.None))
            .ShouldBeOfType(expected);
    }

    [Fact]
    public async Task An_answer_about_a_payment_says_nothing_of_a_debit()
    {
        Bank.Says(Said.Trade());

        (await Bench.Debits.QueryAsync(Debited, CancellationToken.None))
            .ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task A_signature_is_believed_after_a_question_says_the_same()
    {
        Bank.Says(Known("00"));
        (await Bench.ReadAsync(Signed.Raw())).ShouldBe(new Genuine(
            An.Number, new Succeeded(Money.OfFen(0), SignNo, An.Now)));

        Bank.Says(Said.Code("2307"));
        (await Bench.ReadAsync(Signed.Raw())).ShouldBeOfType<NotProved>();

        Bank.Says(Known("00", signNo: "No9"));
        (await Bench.ReadAsync(Signed.Raw())).ShouldBeOfType<NotProved>();

        Bank.Says(Said.Code("EUNKWN"));
        (await Bench.ReadAsync(Signed.Raw())).ShouldBeOfType<NotProved>();
    }

    [Fact]
    public async Task Without_a_question_the_signed_words_are_believed()
    {
        var bench = With(("confirm_by_query", "false"));

        (await bench.ReadAsync(Signed.Raw())).ShouldBe(new Genuine(
            An.Number, new Succeeded(Money.OfFen(0), SignNo, An.Now)));
        (await bench.ReadAsync(Signed.With("TrxType", "AGENTUNSIGN").Raw())).ShouldBe(
            new Genuine(An.Number, new Unsigned(SignNo, An.Now)));
        (await bench.ReadAsync(Signed.With("TrxType", "AGENTUNSIGN")
            .With("OrderNo", $"{An.Number}U").Raw())).ShouldBeOfType<Genuine>()
            .Number.ShouldBe(An.Number);
    }

    [Fact]
    public async Task An_end_is_not_believed_while_the_bank_says_that_it_is_in_force()
    {
        Bank.Says(Known("00"));
        (await Bench.ReadAsync(Signed.With("TrxType", "AGENTUNSIGN").Raw()))
            .ShouldBe(new NotAccepted(NotificationRefusal.ProofDiffers));

        Bank.Says(Known("9"));
        (await Bench.ReadAsync(Signed.With("TrxType", "AGENTUNSIGN").Raw()))
            .ShouldBe(new Genuine(An.Number, new Unsigned(SignNo, An.Now)));
    }

    [Theory]
    [InlineData("MerchantID", "103880000000009", nameof(NotificationRefusal.SellerDiffers))]
    [InlineData("OrderNo", "AS1", nameof(NotificationRefusal.OrderNumberUnknown))]
    [InlineData("AgentSignNo", "a b", nameof(NotificationRefusal.FieldInvalid))]
    public async Task A_wrong_field_is_refused(
        string field, string value, string why)
        => (await Bench.ReadAsync(Signed.With(field, value).Raw()))
            .ShouldBe(
            new NotAccepted(Enum.Parse<NotificationRefusal>(why)));

    private static Notice Signed => new()
    {
        Fields =
        [
            new("ReturnCode", "0000"), new("ErrorMessage", "交易成功"),
            new("ECMerchantType", "EBUS"), new("MerchantID", An.MerchantId),
            new("TrxType", "AGENTSIGN"), new("OrderNo", An.Number.ToString()),
            new("AgentSignNo", SignNo), new("Last4CardNo", "0001"),
        ],
    };

    private static string Sdk(string name)
        => AbcVectors.Named(AbcVectors.SdkRequests, name).Text("request_signed_text");

    private Task<ChannelOutcome> EndAsync()
        => Bench.Agreements.UnsignAsync(End, CancellationToken.None);

    private static PageRequest Page(string product = AbcAgreementMessages.PageProduct)
    {
        var order = An.Order();
        return An.PageRequest(
            order with
            {
                Terms = order.Terms with
                {
                    Total = Money.OfFen(0),
                    PayerId = "1",
                    Agreement = new AgreementTerms(
                        Money.OfFen(100), TotalLimit: null, CountLimit: null,
                        TimeSpan.FromDays(364),
                        Certificate: new PayerCertificate("I", "110101199003070011")),
                },
            },
            product);
    }

    private static DebitRequest Debit()
    {
        var order = An.Order(subject: "水费", body: null, fen: 1);
        return new DebitRequest(
            order with { Terms = order.Terms with { Debit = Terms } },
            new Attempt(
                1, AbcAgreementMessages.DebitProduct, "main", AttemptState.Open, An.Now,
                AskAt: null),
            new Uri("http://pay.example.com/abc/notify"), An.Now.AddMinutes(7));
    }

    private static byte[] Answer(string type, params (string Name, string Value)[] more)
        => Said.Signed(Said.Flat(Said.Members(
        [
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"), ("TrxType", type),
            ("OrderNo", An.Number.ToString()), .. more,
        ])));

    private static byte[] Known(
        string status, string? number = null, string merchant = An.MerchantId,
        string signNo = SignNo)
        => Said.Signed(Said.Flat(Said.Members(
            ("ReturnCode", "0000"), ("ErrorMessage", "交易成功"),
            ("TrxType", "QueryAgentSign"), ("MerchantNo", merchant),
            ("OrderNo", number ?? An.Number.ToString()), ("AgentSignNo", signNo),
            ("AgentSignStatus", status))));
}
