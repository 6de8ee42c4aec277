using System.Text.Json;
using System.Text.Json.Nodes;

namespace PayFunctions.Tests.Sdk.Client;

public sealed class AuthorizationTests : IAsyncLifetime
{
    private const string Id = "ZRD2T8N368FKVX7GNX4M616D3G";

    private const string Created = """
        {"authorization_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_trade_no":"H-1",
        "authorization_state":"NOTPAY","total_fee":50000,"fee_type":"CNY",
        "pay_url":"https://pay.example/cashier/ZRD2T8N368FKVX7GNX4M616D3G",
        "expires_at":"2026-01-02T06:00:00Z","order_version":2,
        "code_url":"https://qr.example/1","request_id":"r-1"}
        """;

    private const string Shown = """
        {"authorization_id":"ZRD2T8N368FKVX7GNX4M616D3G","out_trade_no":"H-1",
        "authorization_state":"AUTHORIZED","total_fee":50000,"fee_type":"CNY","subject":"押金",
        "captured_fee":32800,"released_fee":200,"remaining_fee":17000,
        "time_created":"2026-01-02T04:00:00Z","time_expire":"2026-01-02T06:00:00Z",
        "order_version":7,"channel":"alipay_hold_qr","channel_trade_no":"A1",
        "time_authorized":"2026-01-02T04:05:00Z","held_until":"2026-01-05T04:05:00Z",
        "captures":[{"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-7",
        "total_fee":32800,"final":false,"capture_state":"SUCCESS",
        "time_requested":"2026-01-02T04:06:00Z","time_end":"2026-01-02T04:06:01Z"}],
        "releases":[{"refund_id":"ZRD2T8N368FKVX7GNX4M616D3GR001","refund_fee":200,
        "refund_state":"SUCCESS","refund_origin":"HOLD_EXPIRED",
        "time_requested":"2026-01-02T04:07:00Z"}],"request_id":"r-2"}
        """;

    private const string Captured = """
        {"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-7","total_fee":32800,
        "final":true,"capture_state":"PROCESSING","time_requested":"2026-01-02T04:06:00Z",
        "authorization_id":"ZRD2T8N368FKVX7GNX4M616D3G","remaining_fee":17200,
        "payment":{"transaction_id":"5Z7K2M9QW3E8R1T6Y4V0B2N8C7","out_trade_no":"T-7",
        "trade_state":"USERPAYING","total_fee":32800,"fee_type":"CNY","subject":"押金",
        "time_created":"2026-01-02T04:06:00Z","time_expire":"2026-01-03T04:06:00Z",
        "order_version":2},"request_id":"r-3"}
        """;

    private LoopbackGateway _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await LoopbackGateway.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task An_authorisation_is_asked_for_as_a_payment_is_and_for_how_long()
    {
        (_gateway.Answer, _gateway.Status) = (Created, 201);

        var held = (await _gateway.Client().AuthorizeAsync(
            Request(), TimeSpan.FromHours(1))).Value.ShouldNotBeNull();

        (held.AuthorizationId, held.AuthorizationState, held.CodeUrl, held.TotalFee)
            .ShouldBe((Id, TradeState.NotPay, "https://qr.example/1", 50_000));
        var (method, target, _, text) = _gateway.Calls.ShouldHaveSingleItem();
        (method, target).ShouldBe(("POST", "/v1/authorizations"));
        var body = JsonNode.Parse(text)!.AsObject();
        ((int?)body["hold_for"], (string?)body["channel"])
            .ShouldBe((3_600, "alipay_hold_qr"));
    }

    [Fact]
    public async Task Without_a_time_the_gateways_own_holds()
    {
        _gateway.Answer = Created;

        await _gateway.Client().AuthorizeAsync(Request());

        JsonNode.Parse(_gateway.Calls[0].Body)!.AsObject().ShouldNotContainKey("hold_for");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(60 * 24 * 366)]
    public async Task A_time_out_of_range_is_not_sent(int minutes)
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => _gateway.Client().AuthorizeAsync(Request(), TimeSpan.FromMinutes(minutes)));
        _gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_member_of_an_authorisation_is_read()
    {
        _gateway.Answer = Shown;

        var held = (await _gateway.Client().QueryAuthorizationAsync(
            AuthorizationQueryRequest.ById(Id))).Value.ShouldNotBeNull();

        _gateway.Calls[0].Target.ShouldBe($"/v1/authorizations/{Id}");
        held.IsHeld().ShouldBeTrue();
        (held.CapturedFee, held.ReleasedFee, held.RemainingFee)
            .ShouldBe((32_800, 200, 17_000));
        (held.Channel, held.ChannelTradeNo, held.HeldUntil).ShouldBe((
            "alipay_hold_qr", "A1", new DateTimeOffset(2026, 1, 5, 4, 5, 0, TimeSpan.Zero)));
        var capture = held.Captures.ShouldHaveSingleItem();
        (capture.OutTradeNo, capture.CaptureState, capture.IsCaptured())
            .ShouldBe(("T-7", CaptureState.Success, true));
        held.Releases.ShouldHaveSingleItem().RefundOrigin.ShouldBe(RefundOrigin.HoldExpired);
        (await _gateway.Client().QueryAuthorizationAsync(
            AuthorizationQueryRequest.ByOutTradeNo("H-1"))).IsAnswered.ShouldBeTrue();
        _gateway.Calls[1].Target.ShouldBe("/v1/authorizations?out_trade_no=H-1");
    }

    [Fact]
    public async Task A_capture_comes_with_the_payment_it_became()
    {
        (_gateway.Answer, _gateway.Status) = (Captured, 201);

        var taken = (await _gateway.Client().CaptureAsync(Id, new CaptureRequest
        {
            OutTradeNo = "T-7",
            TotalFee = 32_800,
            IsFinal = true,
        })).Value.ShouldNotBeNull();

        (taken.CaptureState, taken.IsFinal, taken.RemainingFee, taken.IsCaptured())
            .ShouldBe((CaptureState.Processing, true, 17_200, false));
        taken.Payment.ShouldNotBeNull().TradeState.ShouldBe(TradeState.UserPaying);
        var (_, target, _, body) = _gateway.Calls.ShouldHaveSingleItem();
        target.ShouldBe($"/v1/authorizations/{Id}/capture");
        JsonElement.Parse(body).GetRawText().ShouldBe(
            """{"out_trade_no":"T-7","total_fee":32800,"final":true}""");
    }

    [Fact]
    public async Task A_release_names_its_amount_only_where_it_is_of_a_part()
    {
        _gateway.Answer = Shown;

        await _gateway.Client().VoidAsync(Id, new VoidRequest { OutRequestNo = "V-1" });
        await _gateway.Client().VoidAsync(
            Id, new VoidRequest { OutRequestNo = "V-2", TotalFee = 5 });

        _gateway.Calls.Select(static c => c.Body).ShouldBe(
            ["""{"out_request_no":"V-1"}""", """{"out_request_no":"V-2","total_fee":5}"""]);
        _gateway.Calls[0].Target.ShouldBe($"/v1/authorizations/{Id}/void");
    }

    [Fact]
    public async Task What_is_incomplete_is_not_sent()
    {
        var client = _gateway.Client();

        var capture = await Should.ThrowAsync<PayRequestException>(
            () => client.CaptureAsync(Id, new CaptureRequest()));
        var release = await Should.ThrowAsync<PayRequestException>(
            () => client.VoidAsync(Id, new VoidRequest { OutRequestNo = "a b", TotalFee = 0 }));
        await Should.ThrowAsync<ArgumentException>(
            () => client.VoidAsync("../x", new VoidRequest { OutRequestNo = "V-1" }));

        capture.Problems.Select(static p => p.Name).ShouldBe(["out_trade_no", "total_fee"]);
        release.Problems.Select(static p => p.Name).ShouldBe(["out_request_no", "total_fee"]);
        _gateway.Calls.ShouldBeEmpty();
    }

    private PayRequest Request() => _gateway.Client().NewRequest()
        .SetParameter("out_trade_no", "H-1")
        .SetParameter("total_fee", "50000")
        .SetParameter("subject", "押金")
        .SetParameter("notify_url", "https://shop.example.com/pay/notify")
        .SetParameter("channel", "alipay_hold_qr");
}
