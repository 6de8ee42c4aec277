using PayFunctions.Channels;
using PayFunctions.Channels.Alipay;
using PayFunctions.Orders;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>Agreements that are signed, asked about, ended and debited.</summary>
public sealed class AlipayAgreementTests : IAsyncLifetime
{
    private const string Question = "user.agreement.query";
    private const string Ending = "user.agreement.unsign";
    private const string AgreementNo = "20260102000000000001";

    private static readonly (string Name, string? Value)[] Known =
    [
        ("code", "10000"), ("msg", "Success"), ("agreement_no", AgreementNo),
        ("external_agreement_no", An.Number.ToString()), ("status", "NORMAL"),
        ("sign_time", "2026-01-02 03:04:09"),
        ("personal_product_code", "GENERAL_WITHHOLDING_P"), ("sign_scene", "DEFAULT|DEFAULT"),
    ];

    private static readonly Notice Signed = new()
    {
        Fields =
        [
            new("notify_time", "2026-01-02 03:04:10"),
            new("notify_type", "dut_user_sign"),
            new("notify_id", "2026010200222030410055611400000003"),
            new("app_id", AlipayBench.AppId),
            new("auth_app_id", AlipayBench.AppId),
            new("charset", "utf-8"),
            new("version", "1.0"),
            new("partner_id", AlipayBench.SellerId),
            new("agreement_no", AgreementNo),
            new("external_agreement_no", An.Number.ToString()),
            new("personal_product_code", "GENERAL_WITHHOLDING_P"),
            new("sign_scene", "DEFAULT|DEFAULT"),
            new("sign_time", "2026-01-02 03:04:09"),
            new("unsign_time", "2026-01-02 03:05:00"),
            new("status", "NORMAL"),
        ],
    };

    private static readonly Notice Ended = Signed
        .With("notify_type", "dut_user_unsign").With("status", "UNSIGN");

    private AlipayTalk talk = null!;

    private static TradeReference Signing => An.Trade with
    {
        Product = AlipayProduct.Agreement,
        Total = Money.OfFen(0),
    };

    private static UnsignRequest End => new(
        "main", An.Number, AgreementNo, An.Now,
        new Uri("https://pay.example.com/notify/alipay/main"), An.Now);

    public async ValueTask InitializeAsync() => talk = await AlipayTalk.StartAsync();

    public ValueTask DisposeAsync() => talk.DisposeAsync();

    [Fact]
    public void A_page_says_product_scene_number_and_how_long_it_is_valid()
    {
        var message = AlipayAgreementMessages.Sign(talk.Bench.Account(), Page());

        Of(message, "method").ShouldBe("alipay.user.agreement.page.sign");
        Of(message, "notify_url").ShouldBe("https://pay.example.com/notify/alipay/main?x=1&y=2");
        Of(message, "return_url").ShouldNotBeEmpty();
        Of(message, "biz_content").ShouldBe(
            "{\"personal_product_code\":\"GENERAL_WITHHOLDING_P\","
            + "\"sign_scene\":\"DEFAULT|DEFAULT\",\"product_code\":\"GENERAL_WITHHOLDING\","
            + "\"access_params\":{\"channel\":\"QRCODE\"},"
            + $"\"external_agreement_no\":\"{An.Number}\",\"sign_validity_period\":\"30d\"}}");
        Of(
            AlipayAgreementMessages.Sign(
                talk.Bench.Account(), Page(AlipayProduct.AgreementWap)), "biz_content")
            .ShouldContain("{\"channel\":\"ALIPAYAPP\"}");
    }

    [Fact]
    public async Task A_plan_is_told_where_the_contract_wants_one()
    {
        using var bench = new AlipayBench(
            ("agreement_product", "CYCLE_PAY_AUTH"), ("agreement_scene", "INDUSTRY|TEA"));
        var plan = new AgreementPeriod(PeriodUnit.Month, 2, new DateOnly(2026, 2, 28));

        Of(AlipayAgreementMessages.Sign(bench.Account(), Page(period: plan)), "biz_content")
            .ShouldEndWith(
                ",\"sign_validity_period\":\"30d\",\"period_rule_params\":{"
                + "\"period_type\":\"MONTH\",\"period\":2,\"execute_time\":\"2026-02-28\","
                + "\"single_amount\":\"1.00\",\"total_amount\":\"5.00\",\"total_payments\":3}}");
        (await bench.Agreements.OpenPageAsync(Page(period: plan), CancellationToken.None))
            .ShouldBeOfType<PageReady>();
        (await bench.Agreements.OpenPageAsync(Page(), CancellationToken.None))
            .ShouldBeOfType<PageRefused>();
    }

    [Fact]
    public async Task It_is_asked_about_by_our_number_until_Alipays_is_known()
    {
        talk.Says(Question, Known);

        (await QueryAsync()).ShouldBe(
            new Succeeded(Money.OfFen(0), AgreementNo, An.Now.AddSeconds(4)));
        await talk.Bench.Agreements.QueryAsync(
            Signing with { ChannelTradeNo = AgreementNo }, CancellationToken.None);

        talk.Content().ShouldBe(
            "{\"personal_product_code\":\"GENERAL_WITHHOLDING_P\","
            + "\"sign_scene\":\"DEFAULT|DEFAULT\","
            + $"\"external_agreement_no\":\"{An.Number}\"}}");
        talk.Content(1).ShouldBe($"{{\"agreement_no\":\"{AgreementNo}\"}}");
    }

    [Theory]
    [InlineData("external_agreement_no", "another")]
    [InlineData("external_agreement_no", null)]
    [InlineData("personal_product_code", "CYCLE_PAY_AUTH_P")]
    [InlineData("sign_scene", "ANOTHER|SCENE")]
    [InlineData("agreement_no", null)]
    [InlineData("sign_time", "yesterday")]
    [InlineData("status", "STOP")]
    [InlineData("status", null)]
    public async Task What_is_not_surely_ours_and_signed_is_unknown(string name, string? value)
    {
        talk.Says(Question, [.. Known.Select(f => f.Name == name ? (name, value) : f)]);

        (await QueryAsync()).ShouldBeOfType<Unknown>();
    }

    [Theory]
    [InlineData("USER_AGREEMENT_NOT_EXIST", false, typeof(Waiting))]
    [InlineData("USER_AGREEMENT_NOT_EXIST", true, typeof(Unsigned))]
    [InlineData("AGREEMENT_HAS_UNSIGNED", false, typeof(Declined))]
    [InlineData("AGREEMENT_HAS_UNSIGNED", true, typeof(Unsigned))]
    [InlineData("SYSTEM_ERROR", false, typeof(Unknown))]
    [InlineData("SYSTEM_ERROR", true, typeof(Unknown))]
    public async Task That_there_is_none_means_not_yet_or_no_more(
        string code, bool isKnown, Type expected)
    {
        talk.Refuses(Question, "40004", code);

        (await talk.Bench.Agreements.QueryAsync(
            Signing with { ChannelTradeNo = isKnown ? AgreementNo : null },
            CancellationToken.None)).ShouldBeOfType(expected);
    }

    [Fact]
    public async Task What_STOP_means_is_the_operators_to_say()
    {
        await using var other = await AlipayTalk.StartAsync(("agreement_stop", "ended"));
        other.Says(Question, [.. Known.Select(
            static f => f.Name == "status" ? ("status", "STOP") : f)]);

        (await other.Bench.Agreements.QueryAsync(
            Signing with { ChannelTradeNo = AgreementNo }, CancellationToken.None))
            .ShouldBeOfType<Unsigned>();
    }

    [Fact]
    public async Task An_end_is_over_with_success_or_where_there_is_none()
    {
        talk.Says(Ending, ("code", "10000"), ("msg", "Success"));
        (await EndAsync()).ShouldBe(new Unsigned(AgreementNo, An.Now));
        talk.Content().ShouldBe($"{{\"agreement_no\":\"{AgreementNo}\"}}");

        talk.Refuses(Ending, "40004", "AGREEMENT_NOT_EXIST");
        (await EndAsync()).ShouldBe(new Unsigned(AgreementNo, An.Now));

        talk.Refuses(Ending, "20000", "isp.unknow-error");
        (await EndAsync()).ShouldBeOfType<Unknown>();
    }

    [Fact]
    public async Task A_debit_names_the_agreement_and_nobodys_code()
    {
        talk.Says(
            "trade.pay", ("code", "10000"), ("msg", "Success"), ("trade_no", An.TradeNo),
            ("out_trade_no", An.Number.ToString()), ("total_amount", "88.88"),
            ("gmt_payment", "2026-01-02 03:04:09"));

        (await talk.Bench.Debits.DebitAsync(Debit(), CancellationToken.None)).ShouldBe(
            new Succeeded(Money.OfFen(8888), An.TradeNo, An.Now.AddSeconds(4)));
        talk.Common()["notify_url"].ShouldNotBeNull();
        talk.Content().ShouldBe(
            $$"""{"out_trade_no":"{{An.Number}}","total_amount":"88.88","subject":"测试商品","""
            + "\"product_code\":\"GENERAL_WITHHOLDING\","
            + "\"time_expire\":\"2026-01-02 05:04:05\","
            + $"\"agreement_params\":{{\"agreement_no\":\"{AgreementNo}\"}}}}");
    }

    [Theory]
    [InlineData("10003", null, typeof(Waiting))]
    [InlineData("40004", "ACQ.AGREEMENT_STATUS_NOT_NORMAL", typeof(Declined))]
    [InlineData("40004", "ACQ.CYCLE_PAY_DATE_NOT_MATCH", typeof(Declined))]
    [InlineData("40004", "ACQ.SYSTEM_ERROR", typeof(Unknown))]
    [InlineData("20000", "isp.unknow-error", typeof(Unknown))]
    public async Task An_answer_to_a_debit_means_what_it_does_for_a_charge(
        string code, string? subCode, Type expected)
    {
        talk.Refuses("trade.pay", code, subCode);

        (await talk.Bench.Debits.DebitAsync(Debit(), CancellationToken.None))
            .ShouldBeOfType(expected);
    }

    [Fact]
    public void A_signature_and_an_end_are_told_by_our_number_and_Alipays()
    {
        talk.Bench.Read(Signed.Raw()).ShouldBe(new Genuine(An.Number, new Succeeded(
            Money.OfFen(0), AgreementNo, An.Now.AddSeconds(4))));
        talk.Bench.Read(Ended.Raw()).ShouldBe(new Genuine(An.Number, new Unsigned(
            AgreementNo, An.Now.AddSeconds(55))));
    }

    [Theory]
    [InlineData("app_id", "2021000000000009", nameof(NotificationRefusal.AppIdDiffers))]
    [InlineData("partner_id", "2088101106499369", nameof(NotificationRefusal.SellerDiffers))]
    [InlineData(
        "personal_product_code", "CYCLE_PAY_AUTH_P", nameof(NotificationRefusal.FieldInvalid))]
    [InlineData("sign_scene", "ANOTHER|SCENE", nameof(NotificationRefusal.FieldInvalid))]
    [InlineData("external_agreement_no", "1", nameof(NotificationRefusal.OrderNumberUnknown))]
    [InlineData("agreement_no", "a b", nameof(NotificationRefusal.FieldInvalid))]
    [InlineData("sign_time", "yesterday", nameof(NotificationRefusal.FieldInvalid))]
    [InlineData("status", "UNSIGN", nameof(NotificationRefusal.StatusUnknown))]
    [InlineData("status", "STOP", nameof(NotificationRefusal.StatusUnknown))]
    public void A_wrong_field_is_refused(string field, string value, string why)
        => talk.Bench.Read(Signed.With(field, value).Raw()).ShouldBe(
            new NotAccepted(Enum.Parse<NotificationRefusal>(why)));

    [Theory]
    [InlineData("agreement_product", "ANOTHER")]
    [InlineData("agreement_scene", "a b")]
    [InlineData("agreement_stop", "maybe")]
    public void A_setting_is_one_of_its_values(string name, string value)
        => AlipayAccountRules.Open(AlipayBench.Material((name, value))).Faults
            .ShouldHaveSingleItem().ShouldStartWith(name);

    private static string Of(List<KeyValuePair<string, string>> message, string name)
        => message.Single(p => p.Key == name).Value;

    private Task<ChannelOutcome> QueryAsync()
        => talk.Bench.Agreements.QueryAsync(Signing, CancellationToken.None);

    private Task<ChannelOutcome> EndAsync()
        => talk.Bench.Agreements.UnsignAsync(End, CancellationToken.None);

    private static PageRequest Page(
        string product = AlipayProduct.Agreement, AgreementPeriod? period = null)
    {
        var order = An.Order();
        return An.PageRequest(
            order with
            {
                Terms = order.Terms with
                {
                    Total = Money.OfFen(0),
                    Agreement = new AgreementTerms(
                        Money.OfFen(100), Money.OfFen(500), CountLimit: 3,
                        TimeSpan.FromDays(30), period),
                },
            },
            product);
    }

    private static DebitRequest Debit()
    {
        var order = An.Order();
        return new DebitRequest(
            order with
            {
                Terms = order.Terms with
                {
                    Debit = new DebitTerms(OrderId.Of("shop", "G-1"), 1, AgreementNo),
                },
            },
            new Attempt(1, AlipayProduct.Debit, "main", AttemptState.Open, An.Now, AskAt: null),
            new Uri("https://pay.example.com/notify/alipay/main"), An.Now);
    }
}
