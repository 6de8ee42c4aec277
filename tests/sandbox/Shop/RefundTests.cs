using System.Net;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Sandbox.Shop;

public sealed class RefundTests : IAsyncLifetime
{
    private const string RefundId = GatewayAnswer.TransactionId + "R001";

    private ShopWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ShopWorld.OpenAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_paid_order_offers_to_give_back_the_rest_and_an_unpaid_one_nothing()
    {
        var paid = await world.BuyAndPayAsync("cup");
        var unpaid = await world.BuyAsync("cup");

        var page = await world.PageAsync(PathOf(paid));

        page.ShouldContain("<input id=\"refund-amount\" name=\"amount\" value=\"36.50\"");
        page.ShouldContain("<button id=\"refund\">Refund</button>");
        page.ShouldNotContain("id=\"refunds\"");
        (await world.PageAsync(PathOf(unpaid))).ShouldNotContain("id=\"refund\"");
    }

    [Fact]
    public async Task A_part_goes_back_and_the_page_shows_it_and_what_is_left()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(Answer(order, "SUCCESS", version: 5));

        var (status, _, location) = await RefundAsync(order, "R1", "10.00");
        var page = await world.PageAsync(location);

        status.ShouldBe(HttpStatusCode.SeeOther);
        var call = world.Gateway.Calls.ShouldHaveSingleItem();
        call.Route.ShouldBe("POST /v1/refunds");
        (call["out_trade_no"], call["out_request_no"], call["refund_fee"])
            .ShouldBe((order.OutTradeNo, "R1", "1000"));
        page.ShouldContain("class=\"state paid\">Refunded</p>");
        page.ShouldContain("<li class=\"refund success\">");
        page.ShouldContain("<span class=\"price\">¥10.00</span> · given back · <code>R1</code>");
        page.ShouldContain("name=\"amount\" value=\"26.50\"");
        ShopWorld.Reloads(page).ShouldBeFalse();
    }

    [Fact]
    public async Task One_form_sent_twice_is_one_refund()
    {
        var order = await world.BuyAndPayAsync("cup");
        var number = ShopWorld.Hidden(await world.PageAsync(PathOf(order)), "out_request_no");
        world.Gateway.Answer(GatewayAnswer.Refund(
            order.OutTradeNo, new(RefundId, number, 1_000, "SUCCESS"), version: 5));

        await RefundAsync(order, number, "10.00");
        await RefundAsync(order, number, "10.00");

        world.Gateway.Calls.Select(call => call["out_request_no"]).ShouldBe([number, number]);
        world.Order(order.OutTradeNo).Refunds.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_page_is_another_refund()
    {
        var order = await world.BuyAndPayAsync("cup");

        var first = ShopWorld.Hidden(await world.PageAsync(PathOf(order)), "out_request_no");
        var second = ShopWorld.Hidden(await world.PageAsync(PathOf(order)), "out_request_no");

        second.ShouldNotBe(first);
    }

    [Fact]
    public async Task More_than_is_left_is_refused_by_the_gateway_and_said()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(GatewayAnswer.Problem(409, "REFUND_EXCEEDS_PAYMENT"));

        var (status, page, _) = await RefundAsync(order, "R1", "36.51");

        status.ShouldBe(HttpStatusCode.Conflict);
        page.ShouldContain("<p id=\"problem\" class=\"trouble\">");
        page.ShouldContain("REFUND_EXCEEDS_PAYMENT");
        page.ShouldNotContain("id=\"refund\"");
        world.Order(order.OutTradeNo).Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refund_whose_outcome_nobody_knows_can_be_sent_again_as_it_was()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(GatewayAnswer.Problem(503, "TRY_AGAIN"));

        var (status, page, _) = await RefundAsync(order, "R1", "10");

        status.ShouldBe(HttpStatusCode.BadGateway);
        page.ShouldContain("The outcome is not known");
        ShopWorld.Hidden(page, "out_request_no").ShouldBe("R1");
        page.ShouldContain("name=\"amount\" value=\"10.00\"");
    }

    [Theory]
    [InlineData("R1", "")]
    [InlineData("R1", "0")]
    [InlineData("R1", "-1")]
    [InlineData("R1", "1.001")]
    [InlineData("R1", "1,000")]
    [InlineData("R1", "999999999")]
    [InlineData("R1", "9999999999")]
    [InlineData("", "1.00")]
    [InlineData("<R1>", "1.00")]
    public async Task What_is_no_refund_is_not_sent(string number, string amount)
    {
        var order = await world.BuyAndPayAsync("cup");

        var (status, page, _) = await RefundAsync(order, number, amount);

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("id=\"problem\"");
        world.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_that_is_not_paid_gives_nothing_back()
    {
        var order = await world.BuyAsync("cup");

        var (status, _, _) = await RefundAsync(order, "R1", "1.00");

        status.ShouldBe(HttpStatusCode.NotFound);
        world.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_under_way_is_asked_about_at_every_look()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(Answer(order, "PROCESSING", version: 4));
        await RefundAsync(order, "R1", "10.00");
        world.Gateway.Answer(
            Whole(order, "SUCCESS", 4, "PROCESSING"), Whole(order, "REFUND", 5, "SUCCESS"));

        var first = await world.PageAsync(PathOf(order));
        var second = await world.PageAsync(PathOf(order));
        await world.PageAsync(PathOf(order));

        first.ShouldContain("<li class=\"refund processing\">");
        ShopWorld.Reloads(first).ShouldBeTrue();
        second.ShouldContain("<li class=\"refund success\">");
        ShopWorld.Reloads(second).ShouldBeFalse();
        world.Gateway.Calls.Select(call => call.Route).ShouldBe(
        [
            "POST /v1/refunds",
            $"GET /v1/payments?out_trade_no={order.OutTradeNo}",
            $"GET /v1/payments?out_trade_no={order.OutTradeNo}",
        ]);
    }

    [Fact]
    public async Task A_gateway_that_does_not_answer_is_named_and_asked_again()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(Answer(order, "PROCESSING", version: 4));
        await RefundAsync(order, "R1", "10.00");
        world.Gateway.Answer(GatewayAnswer.Problem(503, "TRY_AGAIN"));

        var page = await world.PageAsync(PathOf(order));

        page.ShouldContain("id=\"problem\"");
        ShopWorld.Reloads(page).ShouldBeTrue();
    }

    [Fact]
    public async Task A_notification_tells_the_end_of_a_refund()
    {
        var order = await world.BuyAndPayAsync("cup");
        world.Gateway.Answer(Answer(order, "PROCESSING", version: 4));
        await RefundAsync(order, "R1", "36.50");

        var (_, answer) = await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, "R1", 3_650, "SUCCESS")));
        await world.NotifyAsync(world.Refund(
            order, "SUCCESS", version: 4, new(RefundId, "R1", 3_650, "PROCESSING")));
        var page = await world.PageAsync(PathOf(order));

        answer.ShouldBe("success");
        page.ShouldContain("Refunded");
        page.ShouldContain("Refund: given back");
        page.ShouldContain("<li class=\"refund success\">");
        page.ShouldNotContain("id=\"refund\"");
        ShopWorld.Reloads(page).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refund_that_failed_leaves_the_payment_and_can_be_tried_anew()
    {
        var order = await world.BuyAndPayAsync("cup");

        await world.NotifyAsync(world.Refund(
            order, "SUCCESS", version: 5, new(RefundId, "R1", 3_650, "CLOSED")));
        var booked = world.Order(order.OutTradeNo);

        booked.State.ShouldBe(TradeState.Success);
        booked.LeftFen.ShouldBe(3_650);
        (await world.PageAsync(PathOf(order))).ShouldContain("<li class=\"refund closed\">");
    }

    [Fact]
    public async Task A_second_refund_that_failed_does_not_undo_the_first()
    {
        var order = await world.BuyAndPayAsync("cup");
        await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, "R1", 1_000, "SUCCESS")));

        await world.NotifyAsync(world.Refund(
            order, "SUCCESS", version: 7, new(RefundId + "2", "R2", 1_000, "CLOSED")));
        var booked = world.Order(order.OutTradeNo);

        booked.State.ShouldBe(TradeState.Refund);
        booked.LeftFen.ShouldBe(2_650);
    }

    [Fact]
    public async Task News_of_a_refund_that_overtakes_the_payments_own_says_that_it_was_paid()
    {
        var order = await world.BuyAsync("cup");

        await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, "R1", 1_000, "SUCCESS")));
        await world.NotifyAsync(world.Payment(order, "SUCCESS", version: 3));
        var booked = world.Order(order.OutTradeNo);

        (booked.State, booked.IsPaid).ShouldBe((TradeState.Refund, true));
    }

    [Theory]
    [InlineData("LATE_SUCCESS", "CLOSED", TradeState.Closed)]
    [InlineData("SECOND_SUCCESS", "SUCCESS", TradeState.Success)]
    public async Task Money_that_the_order_could_not_keep_goes_back_and_moves_nothing(
        string origin, string state, TradeState stays)
    {
        var order = await world.BuyAsync("cup");
        await world.NotifyAsync(world.Payment(order, state, version: 3));

        await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, null, 3_650, "SUCCESS", origin)));
        var booked = world.Order(order.OutTradeNo);

        booked.State.ShouldBe(stays);
        booked.LeftFen.ShouldBe(stays is TradeState.Success ? 3_650 : 0);
        (await world.PageAsync(PathOf(order))).ShouldContain("money that came");
    }

    [Fact]
    public async Task A_payment_that_a_cancel_gave_back_is_refunded()
    {
        var order = await world.BuyAndPayAsync("cup");

        await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, null, 3_650, "SUCCESS", "CANCEL")));

        var booked = world.Order(order.OutTradeNo);
        (booked.State, booked.LeftFen).ShouldBe((TradeState.Refund, 0));
    }

    [Fact]
    public async Task Refunds_are_in_the_json_too()
    {
        var order = await world.BuyAndPayAsync("cup");
        await world.NotifyAsync(world.Refund(
            order, "REFUND", version: 5, new(RefundId, "R1", 1_000, "SUCCESS")));

        var json = await world.PageAsync("/api/orders");

        json.ShouldContain("\"trade_state\": \"REFUND\"");
        json.ShouldContain("\"refund_fee\": 1000");
        json.ShouldContain("\"refund_state\": \"SUCCESS\"");
    }

    private static string PathOf(ShopOrder order) => $"/orders/{order.OutTradeNo}";

    private static GatewayAnswer Answer(ShopOrder order, string state, int version)
        => GatewayAnswer.Refund(
            order.OutTradeNo, new(RefundId, "R1", 1_000, state), version);

    private static GatewayAnswer Whole(
        ShopOrder order, string state, int version, string refundState)
        => GatewayAnswer.Order(
            order.OutTradeNo, state, version,
            new GatewayRefund(RefundId, "R1", 1_000, refundState));

    private Task<(HttpStatusCode Status, string Page, string Location)> RefundAsync(
        ShopOrder order, string number, string amount)
        => world.PostAsync(
            $"{PathOf(order)}/refund",
            $"out_request_no={Uri.EscapeDataString(number)}&amount={amount}");
}
