using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.MerchantApi;

namespace PayFunctions.Tests.Authorizations;

public sealed class AuthorizationCallTests
{
    private readonly TestGateway gateway = new();

    [Fact]
    public async Task An_authorisation_is_created_with_where_the_payer_goes()
    {
        var answer = await gateway.AuthorizeAsync(("hold_for", "86400"));

        var id = gateway.Orders.Orders[^1].Id;
        answer.Status.ShouldBe(201);
        answer.Text.ShouldBe(
            "{\"authorization_id\":\"" + id + "\",\"out_trade_no\":\"A-1\","
            + "\"authorization_state\":\"NOTPAY\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"pay_url\":\"https://pay.example/cashier/" + id + "\","
            + "\"expires_at\":\"2026-03-01T14:00:00Z\",\"order_version\":1,"
            + "\"request_id\":\"request-1\"}");
        (await gateway.AuthorizeAsync(("hold_for", "86400"))).Status.ShouldBe(200);
        (await gateway.AuthorizeAsync()).Code.ShouldBe("ORDER_CONTENT_DIFFERS");
    }

    [Fact]
    public async Task A_held_amount_is_shown_with_what_was_captured_and_let_go()
    {
        var hold = await gateway.HoldAsync();
        await gateway.CaptureAsync(hold.Id);
        await gateway.VoidAsync(hold.Id, ("total_fee", "10"));

        var shown = await gateway.SendAsync(
            MerchantRequest.Get($"/v1/authorizations/{hold.Id}"));
        var byNumber = await gateway.SendAsync(
            MerchantRequest.Get("/v1/authorizations?out_trade_no=A-1"));

        shown.Text.ShouldBe(
            "{\"authorization_id\":\"" + hold.Id + "\",\"out_trade_no\":\"A-1\","
            + "\"authorization_state\":\"AUTHORIZED\",\"total_fee\":100,\"fee_type\":\"CNY\","
            + "\"subject\":\"Tea\",\"captured_fee\":40,\"released_fee\":10,\"remaining_fee\":50,"
            + "\"time_created\":\"2026-03-01T12:00:00Z\","
            + "\"time_expire\":\"2026-03-01T14:00:00Z\",\"order_version\":7,"
            + "\"channel\":\"test_hold\",\"channel_trade_no\":\"H-1\","
            + "\"time_authorized\":\"2026-03-01T11:59:00Z\","
            + "\"held_until\":\"2026-03-08T11:59:00Z\","
            + "\"captures\":[{\"transaction_id\":\"" + OrderId.Of("shop", "C-1") + "\","
            + "\"out_trade_no\":\"C-1\",\"total_fee\":40,\"final\":false,"
            + "\"capture_state\":\"SUCCESS\",\"time_requested\":\"2026-03-01T12:00:00Z\","
            + "\"time_end\":\"2026-03-01T11:59:00Z\"}],"
            + "\"releases\":[{\"refund_id\":\"" + hold.Id + "R001\",\"refund_fee\":10,"
            + "\"refund_state\":\"SUCCESS\",\"refund_origin\":\"MERCHANT\","
            + "\"time_requested\":\"2026-03-01T12:00:00Z\",\"out_request_no\":\"V-1\","
            + "\"channel_refund_no\":\"C-1\",\"time_refund\":\"2026-03-01T11:59:00Z\"}],"
            + "\"request_id\":\"request-1\"}");
        byNumber.Text.ShouldBe(shown.Text);
    }

    [Fact]
    public async Task A_capture_is_answered_with_the_payment_it_became()
    {
        var hold = await gateway.HoldAsync();

        var answer = await gateway.CaptureAsync(hold.Id, ("final", "true"));

        answer.Status.ShouldBe(201, answer.Text);
        answer["capture_state"].ShouldBe("SUCCESS");
        answer["remaining_fee"].ShouldBe("0");
        var payment = answer.Json["payment"]!.AsObject();
        ((string?)payment["out_trade_no"], (string?)payment["trade_state"],
            (string?)payment["channel"]).ShouldBe(("C-1", "SUCCESS", TestChannel.CaptureProduct));
        (await gateway.SendAsync(MerchantRequest.Get("/v1/payments?out_trade_no=C-1")))
            .Status.ShouldBe(200);
        var sent = gateway.Channel.Captures.ShouldHaveSingleItem();
        (sent.Hold.HoldNumber().ToString(), sent.Hold.ChannelHoldNo, sent.Hold.IsFinal)
            .ShouldBe(($"{hold.Id}01", "H-1", true));
    }

    [Fact]
    public async Task What_is_not_known_yet_is_processing_and_the_same_call_sends_nothing_again()
    {
        var hold = await gateway.HoldAsync();
        gateway.Channel.Capturing = new Unknown("no answer");

        var first = await gateway.CaptureAsync(hold.Id);
        var again = await gateway.CaptureAsync(hold.Id);

        (first.Status, first["capture_state"]).ShouldBe((201, "PROCESSING"));
        (again.Status, again["capture_state"]).ShouldBe((200, "PROCESSING"));
        gateway.Channel.Captures.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("out_trade_no", null, "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "\"\"", "PARAMETER_MISSING")]
    [InlineData("out_trade_no", "\"a b\"", "PARAMETER_INVALID")]
    [InlineData("out_trade_no", "1", "PARAMETER_INVALID")]
    [InlineData("total_fee", null, "PARAMETER_MISSING")]
    [InlineData("total_fee", "0", "AMOUNT_INVALID")]
    [InlineData("total_fee", "1.5", "AMOUNT_INVALID")]
    [InlineData("total_fee", "\"1\"", "PARAMETER_INVALID")]
    [InlineData("final", "\"true\"", "PARAMETER_INVALID")]
    [InlineData("final", "1", "PARAMETER_INVALID")]
    [InlineData("other", "1", "BODY_MALFORMED")]
    public async Task Bad_input_to_a_capture_has_a_name(string member, string? raw, string code)
    {
        var hold = await gateway.HoldAsync();

        (await gateway.CaptureAsync(hold.Id, (member, raw))).Code.ShouldBe(code);

        gateway.Channel.Captures.ShouldBeEmpty();
        (await gateway.OrderAsync(hold.Id)).Captures.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("hold_for", "599")]
    [InlineData("hold_for", "31536001")]
    [InlineData("hold_for", "1.5")]
    public async Task Bad_input_to_an_authorisation_has_a_name(string member, string raw)
        => (await gateway.AuthorizeAsync((member, raw))).Code.ShouldBe("PARAMETER_INVALID");

    [Theory]
    [InlineData(TestChannel.Product)]
    [InlineData(TestChannel.Barcode)]
    [InlineData(TestChannel.CaptureProduct)]
    public async Task Only_what_holds_can_authorise(string product)
        => (await gateway.AuthorizeAsync(("channel", $"\"{product}\""))).Code
            .ShouldBe("CHANNEL_UNSUPPORTED");

    [Theory]
    [InlineData(TestChannel.HoldProduct)]
    [InlineData(TestChannel.CaptureProduct)]
    public async Task What_holds_or_captures_takes_no_payment(string product)
    {
        (await gateway.SendAsync(MerchantRequest.Create(PaymentBody.Json(
            ("channel", $"\"{product}\""))))).Code.ShouldBe("CHANNEL_UNSUPPORTED");
        var order = await gateway.CreateOrderAsync();
        (await gateway.SendAsync("POST", $"/cashier/{order.Id}/{product}"))
            .Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_nobody_authorised_is_closed_by_a_void()
    {
        await gateway.AuthorizeAsync();
        var id = gateway.Orders.Orders[^1].Id;

        var answer = await gateway.VoidAsync(id);

        (answer.Status, answer["authorization_state"]).ShouldBe((200, "CLOSED"));
        gateway.Channel.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_channel_that_lets_go_as_a_whole_lets_no_part_go()
    {
        var hold = await gateway.HoldAsync(TestChannel.HoldOnceProduct);

        (await gateway.VoidAsync(hold.Id, ("total_fee", "10"))).Code
            .ShouldBe("CAPABILITY_UNSUPPORTED");
        (await gateway.VoidAsync(hold.Id)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_payment_is_no_authorisation_and_a_capture_is_not_cancelled()
    {
        var paid = await gateway.PayOrderAsync();

        (await gateway.SendAsync(MerchantRequest.Get($"/v1/authorizations/{paid.Id}"))).Code
            .ShouldBe("ORDER_NOT_FOUND");
        (await gateway.CaptureAsync(paid.Id)).Code.ShouldBe("ORDER_NOT_FOUND");
        (await gateway.VoidAsync(paid.Id)).Code.ShouldBe("ORDER_NOT_FOUND");
    }

    [Fact]
    public async Task A_refund_of_the_captured_payment_is_a_refund_and_of_the_hold_is_none()
    {
        var hold = await gateway.HoldAsync();
        await gateway.CaptureAsync(hold.Id);

        (await gateway.RefundAsync()).Code.ShouldBe("ORDER_NOT_FOUND");
        (await gateway.RefundAsync(("out_trade_no", "\"C-1\""))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_list_of_payments_has_the_captures_and_not_the_holds()
    {
        var hold = await gateway.HoldAsync();
        await gateway.CaptureAsync(hold.Id);
        gateway.Clock.Advance(TimeSpan.FromMinutes(1));

        var list = await gateway.SendAsync(MerchantRequest.Get(
            "/v1/payments?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z"));

        list.Json["payments"]!.AsArray().ShouldHaveSingleItem()!["out_trade_no"]!.ToString()
            .ShouldBe("C-1");
    }
}
