using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class KCodeTests : IAsyncLifetime
{
    private const string Id = "ZRD2T8N368FKVX7GNX4M616D3G";
    private const string CardNo = "6228480000000000001";
    private const string CertificateNo = "110101199003070011";

    private const string Shown = """
        {"transaction_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_trade_no":"T-2026_0001",
        "trade_state":"PAYERROR","total_fee":100,"fee_type":"CNY","subject":"Tea",
        "time_created":"2026-03-01T12:00:00Z","time_expire":"2026-03-01T14:00:00Z",
        "order_version":3,"channel":"abc_kcode","kcode_state":"NOT_SIGNED",
        "kcode_sends_left":4,"kcode_tries_left":5,"sign_url":"https://bank.example/sign",
        "request_id":"r-1"}
        """;

    private LoopbackGateway _gateway = null!;

    private static KCodeCard Card => new()
    {
        OutRequestNo = "K-1",
        CardNo = CardNo,
        MobileEnd = "8765",
    };

    private static KCodePayment Payment => new()
    {
        OutRequestNo = "P-1",
        Code = "424242",
        AccName = "张三",
        CertificateType = "I",
        CertificateNo = CertificateNo,
        ExpDate = "1230",
        Cvv2 = "",
    };

    public async ValueTask InitializeAsync()
    {
        _gateway = await LoopbackGateway.StartAsync();
        _gateway.Answer = Shown;
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_card_is_sent_with_the_payment_and_every_member_of_the_answer_is_read()
    {
        var sent = (await _gateway.Client().SendKCodeAsync(A.Request(), Card))
            .Value.ShouldNotBeNull();

        var (method, target, _, text) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/payments/kcode"));
        var body = JsonNode.Parse(text)!.AsObject();
        ((string?)body["out_request_no"], (string?)body["card_no"], (string?)body["mobile_end"])
            .ShouldBe(("K-1", CardNo, "8765"));
        ((string?)body["out_trade_no"]).ShouldNotBeNull();
        (sent.TradeState, sent.KCodeState, sent.KCodeSendsLeft, sent.KCodeTriesLeft)
            .ShouldBe((TradeState.PayError, KCodeState.NotSigned, 4, 5));
        sent.SignUrl.ShouldBe(new Uri("https://bank.example/sign"));
    }

    [Fact]
    public async Task Another_code_is_asked_for_by_a_number_alone()
    {
        await _gateway.Client().ResendKCodeAsync(Id, "S-1");

        var (method, target, _, text) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target, text).ShouldBe((
            "POST", $"/v1/payments/{Id}/kcode/resend", """{"out_request_no":"S-1"}"""));
    }

    [Fact]
    public async Task A_code_is_sent_with_what_was_said_and_nothing_else()
    {
        await _gateway.Client().PayByKCodeAsync(Id, Payment);

        var (_, target, _, text) = _gateway.Calls.ShouldHaveSingleItem();
        target.ShouldBe($"/v1/payments/{Id}/kcode");
        JsonNode.Parse(text)!.AsObject().Select(static m => $"{m.Key}={m.Value}").ShouldBe(
        [
            "out_request_no=P-1", "code=424242", "acc_name=张三", "certificate_type=I",
            $"certificate_no={CertificateNo}", "exp_date=1230",
        ]);
    }

    [Theory]
    [InlineData("UNDECIDED", KCodeState.Undecided)]
    [InlineData("SENT", KCodeState.Sent)]
    [InlineData("REFUSED", KCodeState.Refused)]
    [InlineData("PAYING", KCodeState.Paying)]
    [InlineData("PAID", KCodeState.Paid)]
    [InlineData("EXHAUSTED", KCodeState.Exhausted)]
    [InlineData("ENDED", KCodeState.Ended)]
    [InlineData("LATER", KCodeState.Unrecognised)]
    public async Task Every_word_is_read(string word, KCodeState state)
    {
        _gateway.Answer = Shown.Replace("NOT_SIGNED", word, StringComparison.Ordinal);

        (await _gateway.Client().PayByKCodeAsync(Id, Payment)).Value!.KCodeState
            .ShouldBe(state);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_named_and_not_shown()
    {
        var client = _gateway.Client();

        var card = await Should.ThrowAsync<PayRequestException>(() => client.SendKCodeAsync(
            A.Request(), new KCodeCard { CardNo = CardNo + "x", MobileEnd = "13800008765" }));
        var payment = await Should.ThrowAsync<PayRequestException>(
            () => client.PayByKCodeAsync(Id, new KCodePayment { CertificateNo = CertificateNo }));
        var resend = await Should.ThrowAsync<PayRequestException>(
            () => client.ResendKCodeAsync(Id, "S 1"));

        card.Problems.Select(static p => p.Name).ShouldBe(
            ["out_request_no", "card_no", "mobile_end"]);
        payment.Problems.Select(static p => p.Name).ShouldBe(["out_request_no", "code"]);
        resend.Problems.Select(static p => p.Name).ShouldBe(["out_request_no"]);
        foreach (var text in new[] { card.ToString(), payment.ToString() })
        {
            text.ShouldNotContain(CardNo);
            text.ShouldNotContain("8765");
            text.ShouldNotContain(CertificateNo);
        }

        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public void Neither_card_nor_code_is_in_any_text()
    {
        Card.ToString().ShouldBe("KCodeCard K-1");
        Payment.ToString().ShouldBe("KCodePayment P-1");
        JsonSerializer.Serialize(Card).ShouldBe("""{"OutRequestNo":"K-1"}""");
        JsonSerializer.Serialize(Payment).ShouldBe("""{"OutRequestNo":"P-1"}""");
    }
}
