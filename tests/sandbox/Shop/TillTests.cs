using System.Net;
using PayFunctions.Sandbox.Shop;

namespace PayFunctions.Tests.Sandbox.Shop;

public sealed class TillTests : IAsyncLifetime
{
    private const string Number = "S20260301120000000_00077";

    private ShopWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ShopWorld.OpenAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_till_asks_for_what_is_sold_and_for_the_payers_code()
    {
        var page = await world.PageAsync("/till");

        page.ShouldContain("<select id=\"till-product\" name=\"product\">");
        page.ShouldContain("<input id=\"till-amount\" name=\"amount\"");
        page.ShouldContain("<option value=\"alipay_barcode\">Alipay till</option>");
        page.ShouldNotContain("value=\"alipay_page\"");
        page.ShouldContain("<input id=\"till-code\" name=\"code\"");
        page.ShouldContain("<button id=\"charge\">Charge</button>");
        ShopWorld.Hidden(page, "order").ShouldStartWith("S20260301120000000_");
    }

    [Fact]
    public async Task A_payers_code_is_charged_and_the_outcome_is_shown()
    {
        world.Gateway.Answer(Order("SUCCESS", 3));

        var (status, _, location) = await ChargeAsync("product=cup");
        var page = await OutcomeAsync();

        (status, location).ShouldBe((HttpStatusCode.SeeOther, $"/till/{Number}"));
        page.ShouldContain("<p id=\"outcome\" class=\"state paid\">Paid</p>");
        page.ShouldContain("id=\"next\"");
        page.ShouldNotContain("id=\"cancel\"");
        var call = world.Gateway.Calls.ShouldHaveSingleItem();
        call.Route.ShouldBe("POST /v1/payments/barcode");
        (call["out_trade_no"], call["total_fee"], call["auth_code"], call["channel"])
            .ShouldBe((Number, "3650", ShopWorld.PayerCode, null));
        world.Order(Number).IsPaid.ShouldBeTrue();
        (await world.PageAsync("/orders")).ShouldContain("Alipay till");
    }

    [Fact]
    public async Task An_amount_that_was_typed_counts_and_a_way_that_was_chosen_too()
    {
        world.Gateway.Answer(Order("SUCCESS", 3));

        await ChargeAsync("product=cup&amount=12.34&channel=alipay_barcode");
        var page = await OutcomeAsync();

        page.ShouldContain("Sale at the till");
        page.ShouldContain("¥12.34");
        var call = world.Gateway.Calls[0];
        (call["total_fee"], call["channel"]).ShouldBe(("1234", "alipay_barcode"));
    }

    [Fact]
    public async Task A_scanners_blanks_do_no_harm()
    {
        world.Gateway.Answer(Order("SUCCESS", 3));

        await ChargeAsync("product=cup", $"{ShopWorld.PayerCode}%0D%0A");
        await OutcomeAsync();

        world.Gateway.Calls[0]["auth_code"].ShouldBe(ShopWorld.PayerCode);
    }

    [Fact]
    public async Task While_the_payer_types_the_page_waits_and_offers_to_cancel()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));

        await ChargeAsync("product=cup");
        var page = await world.PageAsync($"/till/{Number}");

        page.ShouldContain("<p id=\"outcome\" class=\"state waiting\">Charging");
        page.ShouldContain("<button id=\"cancel\" class=\"plain\">Cancel</button>");
        page.ShouldNotContain("id=\"till-code\"");
        ShopWorld.Reloads(page).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_cancelled_at_the_till_is_cancelled()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        await ChargeAsync("product=cup");
        await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));
        world.Gateway.Answer(Order("USERPAYING", 2), Order("REVOKED", 4));

        var (status, _, location) = await world.PostAsync($"/till/{Number}/cancel", "");
        world.Time.Advance(TimeSpan.FromSeconds(3));
        var page = await OutcomeAsync();

        (status, location).ShouldBe((HttpStatusCode.SeeOther, $"/till/{Number}"));
        page.ShouldContain("<p id=\"outcome\" class=\"state revoked\">Cancelled</p>");
        world.Gateway.Calls.Select(call => call.Route).ShouldBe(
        [
            "POST /v1/payments/barcode",
            $"GET /v1/payments?out_trade_no={Number}",
            $"POST /v1/payments/{GatewayAnswer.TransactionId}/cancel",
            $"GET /v1/payments?out_trade_no={Number}",
        ]);
    }

    [Fact]
    public async Task A_payer_who_is_quicker_than_the_cancel_has_paid()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        await ChargeAsync("product=cup");
        await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));
        world.Gateway.Answer(Order("SUCCESS", 3), GatewayAnswer.Problem(409, "ORDER_PAID"));

        var (status, page, _) = await world.PostAsync($"/till/{Number}/cancel", "");

        status.ShouldBe(HttpStatusCode.Conflict);
        page.ShouldContain("ORDER_PAID");
        (await world.PageAsync($"/till/{Number}")).ShouldContain("class=\"state paid\"");
    }

    [Fact]
    public async Task After_thirty_seconds_it_is_cancelled_without_anybody_asking()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        await ChargeAsync("product=cup");

        for (var seconds = 3; seconds <= 30; seconds += 3)
        {
            await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));
            if (seconds == 30)
            {
                world.Gateway.Answer(Order("USERPAYING", 2), Order("REVOKED", 4));
            }

            world.Time.Advance(TimeSpan.FromSeconds(3));
        }

        var page = await OutcomeAsync();

        page.ShouldContain("Cancelled");
        world.Gateway.Calls[^1].Route.ShouldEndWith("/cancel");
    }

    [Fact]
    public async Task A_code_that_is_refused_can_be_followed_by_another_for_the_same_sale()
    {
        world.Gateway.Answer(Order("PAYERROR", 3));
        await ChargeAsync("product=cup");
        var refused = await OutcomeAsync();
        world.Gateway.Answer(Order("SUCCESS", 5));

        await world.PostAsync(
            "/till", $"order={ShopWorld.Hidden(refused, "order")}&code=287634438256643941");
        var paid = await OutcomeAsync();

        refused.ShouldContain("<p id=\"outcome\" class=\"state payerror\">Payment failed</p>");
        refused.ShouldContain("id=\"till-code\"");
        paid.ShouldContain("class=\"state paid\"");
        world.Gateway.Calls.Select(call => (call["out_trade_no"], call["total_fee"])).ShouldBe(
            [(Number, "3650"), (Number, "3650")]);
    }

    [Fact]
    public async Task A_refusal_is_said_and_another_code_is_asked_for()
    {
        world.Gateway.Answer(GatewayAnswer.Problem(400, "AUTH_CODE_INVALID"));

        await ChargeAsync("product=cup");
        var page = await OutcomeAsync();

        page.ShouldContain("<p id=\"outcome\" class=\"trouble\">");
        page.ShouldContain("AUTH_CODE_INVALID");
        page.ShouldContain("id=\"till-code\"");
        page.ShouldNotContain("id=\"cancel\"");
    }

    [Fact]
    public async Task An_outcome_that_nobody_knows_is_no_failure_and_can_be_cancelled()
    {
        world.Gateway.Answer(GatewayAnswer.Problem(503, "TRY_AGAIN"));
        await ChargeAsync("product=cup");
        var cancelsToo = ChargeDesk.Limit + TimeSpan.FromSeconds(12);

        for (var seconds = 3; seconds <= cancelsToo.TotalSeconds; seconds += 3)
        {
            await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));
            world.Time.Advance(TimeSpan.FromSeconds(3));
        }

        var page = await OutcomeAsync();

        page.ShouldContain("<p id=\"outcome\" class=\"trouble\">");
        page.ShouldContain("SDK_UNDECIDED");
        page.ShouldContain("The outcome is not known");
        page.ShouldContain("id=\"cancel\"");
        page.ShouldNotContain("id=\"till-code\"");
    }

    [Fact]
    public async Task One_form_sent_twice_is_one_payment()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        await ChargeAsync("product=cup");
        await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));

        var (status, _, _) = await ChargeAsync("product=cup");

        status.ShouldBe(HttpStatusCode.SeeOther);
        world.Gateway.Calls.ShouldHaveSingleItem();
        world.Shop.Orders.Newest(9).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("product=cup", "1234567")]
    [InlineData("product=cup", "28763443 8256643940")]
    [InlineData("product=cup", "")]
    [InlineData("product=nothing", ShopWorld.PayerCode)]
    [InlineData("product=cup&amount=0", ShopWorld.PayerCode)]
    [InlineData("product=cup&amount=1.234", ShopWorld.PayerCode)]
    [InlineData("product=cup&amount=999999999", ShopWorld.PayerCode)]
    public async Task What_is_no_charge_is_not_sent_and_not_kept(string sale, string code)
    {
        var (status, page, _) = await ChargeAsync(sale, code);

        status.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("id=\"problem\"");
        world.Gateway.Calls.ShouldBeEmpty();
        world.Shop.Orders.Newest(9).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shop_charges_a_hundred_payers_at_once_and_no_more()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        for (var payer = 0; payer < ChargeDesk.Maximum; payer++)
        {
            await ChargeAsync("product=cup", number: $"S{payer}");
        }

        var (status, page, _) = await ChargeAsync("product=cup", number: "S_more");

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.ShouldContain("Too many charges");
        world.Shop.Orders.Find("S_more").ShouldBeNull();
    }

    [Fact]
    public async Task A_payers_code_is_on_no_page_and_in_no_list()
    {
        world.Gateway.Answer(Order("PAYERROR", 3));
        await ChargeAsync("product=cup");

        (await OutcomeAsync()).ShouldNotContain(ShopWorld.PayerCode);
        (await world.PageAsync($"/orders/{Number}")).ShouldNotContain(ShopWorld.PayerCode);
        (await world.PageAsync("/api/orders")).ShouldNotContain(ShopWorld.PayerCode);
        world.Order(Number).ToString().ShouldNotContain(ShopWorld.PayerCode);
    }

    [Fact]
    public async Task A_shop_that_closes_does_not_wait_for_payers()
    {
        world.Gateway.Answer(Order("USERPAYING", 2));
        await ChargeAsync("product=cup");
        await world.Time.WhenDueAsync(world.Time.GetUtcNow().AddSeconds(3));

        await Should.NotThrowAsync(() => world.Shop.DisposeAsync().AsTask());
    }

    private static GatewayAnswer Order(string state, int version)
        => GatewayAnswer.Order(Number, state, version);

    private Task<(HttpStatusCode Status, string Page, string Location)> ChargeAsync(
        string sale, string code = ShopWorld.PayerCode, string number = Number)
        => world.PostAsync("/till", $"order={number}&{sale}&code={code}");

    /// <summary>The page once the charge is over; it is looked at as often as a browser would.
    /// </summary>
    private async Task<string> OutcomeAsync()
    {
        while (true)
        {
            var page = await world.PageAsync($"/till/{Number}");
            if (!ShopWorld.Reloads(page))
            {
                return page;
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
