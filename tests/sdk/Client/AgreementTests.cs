using System.Text.Json;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class AgreementTests : IAsyncLifetime
{
    private const string Id = "ZRD2T8N368FKVX7GNX4M616D3G";

    private const string Created = """
        {"agreement_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_agreement_no":"G-1",
        "agreement_state":"NOTPAY","subject":"Tea","single_limit":9900,"debited_fee":0,
        "debit_count":0,"time_created":"2026-01-02T04:00:00Z",
        "time_expire":"2026-01-02T06:00:00Z","valid_until":"2027-01-02T04:00:00Z",
        "order_version":1,
        "sign_url":"https://pay.example/cashier/ZRD2T8N368FKVX7GNX4M616D3G/alipay_agreement",
        "request_id":"r-1"}
        """;

    private const string Shown = """
        {"agreement_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_agreement_no":"G-1",
        "agreement_state":"ACTIVE","subject":"Tea","single_limit":9900,"debited_fee":8800,
        "debit_count":1,"time_created":"2026-01-02T04:00:00Z",
        "time_expire":"2026-01-02T06:00:00Z","valid_until":"2027-01-02T04:00:00Z",
        "order_version":5,"total_limit":100000,"count_limit":12,"attach":"a",
        "channel":"alipay_agreement","channel_agreement_no":"20260102000000000001",
        "time_signed":"2026-01-02T04:05:00Z","request_id":"r-2"}
        """;

    private const string Debited = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-8",
        "trade_state":"USERPAYING","total_fee":8800,"fee_type":"CNY","subject":"Tea",
        "time_created":"2026-01-02T04:06:00Z","time_expire":"2026-01-03T04:06:00Z",
        "order_version":2,"agreement_id":"ZRD2T8N368FKVX7GNX4M616D3G","request_id":"r-3"}
        """;

    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task An_agreement_is_asked_for_with_its_limits()
    {
        (_gateway.Answer, _gateway.Status) = (Created, 201);

        var agreement = (await _gateway.Client().SignAgreementAsync(Request() with
        {
            TotalLimit = 100_000,
            CountLimit = 12,
            ValidDays = 30,
            ExpiresIn = 600,
            PayerId = "p-1",
            Period = new AgreementPeriod(PeriodUnit.Month, 1, new DateOnly(2026, 2, 28)),
            Certificate = new PayerCertificate("I", "110101199003070011"),
        })).Value.ShouldNotBeNull();

        (agreement.AgreementId, agreement.AgreementState, agreement.IsActive())
            .ShouldBe((Id, TradeState.NotPay, false));
        agreement.SignUrl.ShouldNotBeNull().AbsolutePath.ShouldBe(
            $"/cashier/{Id}/alipay_agreement");
        var (method, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/agreements"));
        JsonElement.Parse(body).GetRawText().ShouldBe(
            "{\"out_agreement_no\":\"G-1\",\"single_limit\":9900,\"total_limit\":100000,"
            + "\"count_limit\":12,\"valid_days\":30,\"expires_in\":600,\"subject\":\"Tea\","
            + "\"notify_url\":\"https://shop.example/notify\",\"channel\":\"alipay_agreement\","
            + "\"payer_id\":\"p-1\",\"period_unit\":\"MONTH\",\"period\":1,"
            + "\"first_debit_on\":\"2026-02-28\",\"certificate_kind\":\"I\","
            + "\"certificate_no\":\"110101199003070011\"}");
    }

    [Fact]
    public async Task Every_member_of_an_agreement_is_read()
    {
        _gateway.Answer = Shown;

        var agreement = (await _gateway.Client().QueryAgreementAsync(
            AgreementQueryRequest.ById(Id))).Value.ShouldNotBeNull();

        _gateway.Calls[0].Target.ShouldBe($"/v1/agreements/{Id}");
        agreement.IsActive().ShouldBeTrue();
        (agreement.SingleLimit, agreement.TotalLimit, agreement.CountLimit)
            .ShouldBe((9_900, 100_000, 12));
        (agreement.DebitedFee, agreement.DebitCount, agreement.ChannelAgreementNo)
            .ShouldBe((8_800, 1, "20260102000000000001"));
        agreement.SignUrl.ShouldBeNull();
        (await _gateway.Client().QueryAgreementAsync(
            AgreementQueryRequest.ByOutAgreementNo("G-1"))).IsAnswered.ShouldBeTrue();
        _gateway.Calls[1].Target.ShouldBe("/v1/agreements?out_agreement_no=G-1");
    }

    [Fact]
    public async Task A_debit_is_a_payment_with_its_agreement()
    {
        (_gateway.Answer, _gateway.Status) = (Debited, 201);

        var debit = (await _gateway.Client().DebitAsync(new DebitRequest
        {
            OutTradeNo = "T-8",
            AgreementId = Id,
            TotalFee = 8_800,
            Subject = "Tea",
            Attach = "a",
        })).Value.ShouldNotBeNull();

        (debit.TradeState, debit.AgreementId, debit.IsPaySuccessful())
            .ShouldBe((TradeState.UserPaying, Id, false));
        var (_, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        target.ShouldBe("/v1/debits");
        JsonElement.Parse(body).GetRawText().ShouldBe(
            "{\"out_trade_no\":\"T-8\",\"agreement_id\":\"" + Id + "\",\"total_fee\":8800,"
            + "\"subject\":\"Tea\",\"attach\":\"a\"}");
    }

    [Fact]
    public async Task An_end_has_no_body()
    {
        _gateway.Answer = Shown;

        await _gateway.Client().UnsignAsync(Id);

        var (method, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target, body).ShouldBe(("POST", $"/v1/agreements/{Id}/unsign", ""));
    }

    [Fact]
    public async Task What_is_incomplete_is_not_sent()
    {
        var client = _gateway.Client();

        var agreement = await Should.ThrowAsync<PayRequestException>(
            () => client.SignAgreementAsync(new AgreementRequest
            {
                Certificate = new PayerCertificate("id", "1 2"),
                ValidDays = 0,
                Period = new AgreementPeriod(PeriodUnit.Month, 1, new DateOnly(2026, 1, 29)),
            }));
        var debit = await Should.ThrowAsync<PayRequestException>(
            () => client.DebitAsync(new DebitRequest { TotalFee = 0 }));

        agreement.Problems.Select(static p => p.Name).ShouldBe(
        [
            "out_agreement_no", "single_limit", "subject", "notify_url", "channel",
            "valid_days", "first_debit_on", "certificate_kind", "certificate_no",
        ]);
        debit.Problems.Select(static p => p.Name).ShouldBe(
            ["out_trade_no", "agreement_id", "total_fee", "subject"]);
        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void A_certificate_has_no_readable_text()
        => new PayerCertificate("I", "110101199003070011").ToString().ShouldBe("***");

    private static AgreementRequest Request() => new()
    {
        OutAgreementNo = "G-1",
        Subject = "Tea",
        SingleLimit = 9_900,
        NotifyUrl = new Uri("https://shop.example/notify"),
        Channel = "alipay_agreement",
    };
}
