using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class ChargeTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new(Vectors.Noon);
    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_payers_code_is_charged()
    {
        (_gateway.Answer, _gateway.Status) = (Answers.Paid, 201);
        var client = _gateway.Client();
        var request = client.NewBarcodeRequest().SetParameter("out_trade_no", "T-2026_0001")
            .SetParameter("total_fee", "100").SetParameter("subject", "茶")
            .SetParameter("notify_url", "https://shop.example.com/n")
            .SetParameter("channel", "alipay_barcode").SetParameter("account", "till-2")
            .SetParameter("auth_code", A.Code).SetParameter("wait_seconds", "20");

        var result = await client.ChargeAsync(request);

        result.Value.ShouldNotBeNull().IsPaySuccessful().ShouldBeTrue();
        var (method, target, contentType, body) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target, contentType).ShouldBe(
            ("POST", "/v1/payments/barcode", "application/json; charset=utf-8"));
        JsonNode.DeepEquals(JsonNode.Parse(body), new JsonObject
        {
            ["out_trade_no"] = "T-2026_0001",
            ["total_fee"] = 100,
            ["subject"] = "茶",
            ["notify_url"] = "https://shop.example.com/n",
            ["channel"] = "alipay_barcode",
            ["account"] = "till-2",
            ["auth_code"] = A.Code,
            ["wait_seconds"] = 20,
        }).ShouldBeTrue(body);
    }

    [Fact]
    public async Task A_payer_who_still_types_is_undecided()
    {
        _gateway.Answer = Answers.Paying;

        var result = await _gateway.Client().ChargeAsync(A.Barcode());

        result.Value!.TradeState.ShouldBe(TradeState.UserPaying);
        (result.Value.IsPaySuccessful(), result.Value.IsPaid).ShouldBe((false, false));
    }

    [Fact]
    public async Task An_incomplete_charge_is_not_sent()
    {
        var client = _gateway.Client();

        await Should.ThrowAsync<PayRequestException>(
            () => client.ChargeAsync(client.NewBarcodeRequest()));

        _gateway.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(0L, 30)]
    [InlineData(20L, 50)]
    public async Task A_gateway_that_waits_is_given_the_time_for_it(long? wait, int seconds)
    {
        var held = new TaskCompletionSource();
        _gateway.Script.Enqueue(Reply.Order("SUCCESS") with { Held = held.Task });
        var request = A.Barcode();
        request.WaitSeconds = wait;

        var charging = _gateway.Client(_clock).ChargeAsync(request);
        await _clock.WhenDueAsync(Vectors.Noon.AddSeconds(seconds));
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        var problem = (await charging).Problem.ShouldNotBeNull();
        held.SetResult();

        problem.Code.ShouldBe(PayProblemCodes.Timeout);
        problem.IsOutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_payment_that_nobody_decides_is_cancelled_by_an_empty_post()
    {
        _gateway.Script.Enqueue(Reply.Order("REVOKED"));

        var result = await _gateway.Client().CancelAsync("5Z7K");

        result.Value!.TradeState.ShouldBe(TradeState.Revoked);
        _gateway.Calls.ShouldBe([("POST", "/v1/payments/5Z7K/cancel", null, "")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    public void A_number_that_would_change_the_path_is_refused(string number)
        => Should.Throw<ArgumentException>(() => _gateway.Client().CancelAsync(number));
}
