using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Agreements;

public sealed class AgreementCallTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task An_agreement_is_created_with_where_the_payer_signs()
    {
        var answer = await gateway.AgreeAsync(("valid_days", "30"));

        var id = gateway.Orders.Orders[^1].Id;
        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"agreement_id\":\"" + id + "\",\"out_agreement_no\":\"G-1\","
            + "\"agreement_state\":\"NOTPAY\",\"subject\":\"Tea\",\"single_limit\":100,"
            + "\"debited_fee\":0,\"debit_count\":0,"
            + "\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T14:00:00Z\","
            + "\"valid_until\":\"2026-03-31T12:00:00Z\",\"order_version\":1,"
            + "\"total_limit\":150,"
            + "\"sign_url\":\"https://pay.example/cashier/" + id + "/test_agreement\","
            + "\"request_id\":\"request-1\"}");
        (await gateway.AgreeAsync(("valid_days", "30"))).Status.ShouldBe(200);
        (await gateway.AgreeAsync()).Code.ShouldBe("AGREEMENT_CONTENT_DIFFERS");
    }

    [Theory]
    [InlineData("out_agreement_no", null, "PARAMETER_MISSING")]
    [InlineData("out_agreement_no", "\"a b\"", "PARAMETER_INVALID")]
    [InlineData("single_limit", null, "PARAMETER_MISSING")]
    [InlineData("single_limit", "0", "AMOUNT_INVALID")]
    [InlineData("total_limit", "0", "AMOUNT_INVALID")]
    [InlineData("count_limit", "0", "PARAMETER_INVALID")]
    [InlineData("valid_days", "3651", "PARAMETER_INVALID")]
    [InlineData("channel", null, "PARAMETER_MISSING")]
    [InlineData("channel", "\"test_page\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("channel", "\"test_debit\"", "CHANNEL_UNSUPPORTED")]
    [InlineData("period_unit", "\"DAY\"", "PARAMETER_INVALID")]
    [InlineData("period", "3", "PARAMETER_INVALID")]
    [InlineData("certificate_kind", "\"id\"", "PARAMETER_INVALID")]
    [InlineData("certificate_no", "\"1\"", "PARAMETER_INVALID")]
    [InlineData("total_fee", "1", "BODY_MALFORMED")]
    public async Task What_is_wrong_is_named(string member, string? raw, string code)
        => (await gateway.AgreeAsync((member, raw))).Code.ShouldBe(code);

    [Fact]
    public async Task A_period_is_whole_and_in_every_month()
    {
        (await gateway.AgreeAsync(
            ("period_unit", "\"MONTH\""), ("period", "1"), ("first_debit_on", "\"2026-03-29\"")))
            .Code.ShouldBe("PARAMETER_INVALID");
        (await gateway.AgreeAsync(
            ("period_unit", "\"MONTH\""), ("period", "1"), ("first_debit_on", "\"2026-03-28\"")))
            .Status.ShouldBe(201);
    }

    [Fact]
    public async Task The_payers_certificate_is_never_shown()
    {
        var created = await gateway.AgreeAsync(
            ("certificate_kind", "\"I\""), ("certificate_no", "\"110101199003070011\""));

        created.Status.ShouldBe(201);
        created.Text.ShouldNotContain("11010119900307");
        gateway.Orders.Orders[^1].Terms.Agreement!.Certificate
            .ShouldBe(new PayerCertificate("I", "110101199003070011"));
    }

    [Fact]
    public async Task A_debit_is_the_payment_with_its_agreement()
    {
        var agreement = await gateway.SignAsync();

        var debit = await gateway.DebitAsync(agreement.Id);

        debit.Status.ShouldBe(201);
        debit.Text.ShouldContain("\"trade_state\":\"SUCCESS\"");
        debit.Text.ShouldContain($"\"agreement_id\":\"{agreement.Id}\"");
        var sent = gateway.Channel.Debits.ShouldHaveSingleItem();
        sent.Agreement.ChannelAgreementNo.ShouldBe("G-1");
        (await gateway.DebitAsync(agreement.Id)).Status.ShouldBe(200);
        gateway.Channel.Debits.Count.ShouldBe(1);
        var shown = await gateway.SendAsync(
            MerchantRequest.Get("/v1/agreements?out_agreement_no=G-1"));
        shown.Text.ShouldContain("\"agreement_state\":\"ACTIVE\"");
        shown.Text.ShouldContain("\"debited_fee\":40,\"debit_count\":1");
    }

    [Theory]
    [InlineData("out_trade_no", null, "PARAMETER_MISSING")]
    [InlineData("agreement_id", null, "PARAMETER_MISSING")]
    [InlineData("total_fee", null, "PARAMETER_MISSING")]
    [InlineData("subject", null, "PARAMETER_MISSING")]
    [InlineData("total_fee", "0", "AMOUNT_INVALID")]
    [InlineData("fee_type", "\"USD\"", "CURRENCY_UNSUPPORTED")]
    [InlineData("subject", "\"a/b\"", "PARAMETER_INVALID")]
    [InlineData("notify_url", "\"http://shop.example/\"", "URL_INVALID")]
    [InlineData("agreement_id", "\"none\"", "AGREEMENT_NOT_FOUND")]
    [InlineData("channel", "\"x\"", "BODY_MALFORMED")]
    public async Task What_is_wrong_with_a_debit_is_named(
        string member, string? raw, string code)
        => (await gateway.DebitAsync((await gateway.SignAsync()).Id, (member, raw)))
            .Code.ShouldBe(code);

    [Fact]
    public async Task An_end_that_the_channel_confirms_is_in_the_answer()
    {
        var agreement = await gateway.SignAsync();

        var ended = await gateway.UnsignAsync(agreement.Id);

        ended.Text.ShouldContain("\"agreement_state\":\"ENDED\"");
        gateway.Channel.Ends.ShouldHaveSingleItem().ChannelAgreementNo.ShouldBe("G-1");
        (await gateway.DebitAsync(agreement.Id)).Code.ShouldBe("AGREEMENT_NOT_ACTIVE");
    }

    [Fact]
    public async Task An_end_that_the_channel_does_not_confirm_stops_debits_all_the_same()
    {
        var agreement = await gateway.SignAsync();
        gateway.Channel.Unsigning = new Unknown("silence");

        (await gateway.UnsignAsync(agreement.Id)).Text
            .ShouldContain("\"agreement_state\":\"UNSIGNING\"");
        (await gateway.DebitAsync(agreement.Id)).Code.ShouldBe("AGREEMENT_NOT_ACTIVE");
        (await gateway.NotifyAsync($"unsigned {agreement.Id}01 G-1")).Status.ShouldBe(200);
        (await gateway.OrderAsync(agreement.Id)).End.ShouldNotBeNull().EndedAt
            .ShouldNotBeNull();
    }

    [Fact]
    public async Task A_query_finds_what_the_payer_has_ended()
    {
        var agreement = await gateway.SignAsync();
        gateway.Channel.Outcome = new Unsigned("G-1", gateway.Clock.GetUtcNow());

        (await gateway.SendAsync(MerchantRequest.Get($"/v1/agreements/{agreement.Id}"))).Text
            .ShouldContain("\"agreement_state\":\"ENDED\"");
    }

    [Fact]
    public async Task News_of_another_agreement_ends_nothing()
    {
        var agreement = await gateway.SignAsync();

        (await gateway.NotifyAsync($"unsigned {agreement.Id}01 G-2")).Status.ShouldBe(400);
        (await gateway.OrderAsync(agreement.Id)).End.ShouldBeNull();
    }
}
