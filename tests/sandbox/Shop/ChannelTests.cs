using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;

namespace PayFunctions.Tests.Sandbox.Shop;

public sealed class ChannelTests : IAsyncLifetime
{
    private const string CodeUrl = "https://qr.alipay.com/bax00001?a=1&b=2";

    private ShopWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ShopWorld.OpenAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_buyer_chooses_among_the_ways_that_the_shop_was_given()
    {
        var english = await world.PageAsync("/");
        var chinese = await world.PageAsync("/", "zh");

        english.ShouldContain("<select id=\"channel\" name=\"channel\">"
            + "<option value=\"\">Choose at the cashier</option>");
        english.ShouldContain("<option value=\"alipay_page\">Alipay page</option>");
        english.ShouldNotContain("alipay_barcode");
        chinese.ShouldContain("<option value=\"alipay_qr\">支付宝扫码</option>");
    }

    [Fact]
    public async Task A_shop_that_was_given_none_leaves_it_to_the_cashier()
    {
        await using var plain = await ShopWorld.OpenAsync(channels: []);

        var page = await plain.PageAsync("/");
        var till = await plain.PageAsync("/till");

        page.ShouldNotContain("id=\"channel\"");
        till.ShouldNotContain("id=\"till-channel\"");
        (await plain.BuyAsync("tea", "alipay_page")).Channel.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_was_chosen_is_in_the_signed_address()
    {
        var order = await world.BuyAsync("tea", "alipay_page");

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain("&channel=alipay_page&");
        page.ShouldContain("· Alipay page</p>");
        world.Gateway.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("alipay_barcode")]
    [InlineData("no_such")]
    public async Task A_way_that_buyers_do_not_have_is_left_to_the_cashier(string channel)
        => (await world.BuyAsync("tea", channel)).Channel.ShouldBeNull();

    [Fact]
    public async Task A_code_is_shown_as_an_image_and_as_a_link_until_it_is_paid()
    {
        var order = await world.BuyAsync("cup", "alipay_qr");
        world.Gateway.Answer(GatewayAnswer.Created(order, CodeUrl));

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");
        await world.PageAsync($"/orders/{order.OutTradeNo}");
        await world.NotifyAsync(world.Payment(
            order, "SUCCESS", version: 3, [("channel", "alipay_qr")]));
        var paid = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain("<div id=\"qr\"><svg xmlns=");
        page.ShouldContain($"<a id=\"code\" href=\"{CodeUrl}\">{CodeUrl}</a>");
        page.ShouldNotContain("id=\"pay\"");
        page.ShouldNotContain("style=");
        ShopWorld.Reloads(page).ShouldBeTrue();
        var call = world.Gateway.Calls.ShouldHaveSingleItem();
        call.Route.ShouldBe("POST /v1/payments");
        (call["channel"], call["out_trade_no"]).ShouldBe(("alipay_qr", order.OutTradeNo));
        paid.ShouldNotContain("id=\"code\"");
        ShopWorld.Reloads(paid).ShouldBeFalse();
    }

    [Fact]
    public async Task A_code_that_is_not_ready_is_asked_for_again()
    {
        var order = await world.BuyAsync("cup", "alipay_qr");
        world.Gateway.Answer(
            GatewayAnswer.Problem(503, "CHANNEL_UNDECIDED"),
            GatewayAnswer.Created(order, CodeUrl));

        using var first = await world.GetAsync($"/orders/{order.OutTradeNo}");
        var page = await first.Content.ReadAsStringAsync();
        var second = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain("CHANNEL_UNDECIDED. Do &lt;this&gt;.");
        ShopWorld.Reloads(page).ShouldBeTrue();
        second.ShouldContain("id=\"code\"");
        second.ShouldNotContain("id=\"problem\"");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("287634438256643940")]
    public async Task A_code_that_a_browser_must_not_follow_is_no_link(string code)
    {
        var order = await world.BuyAsync("cup", "alipay_qr");
        world.Gateway.Answer(GatewayAnswer.Created(order, code));

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain($"<code id=\"code\">{code}</code>");
        page.ShouldContain("<svg");
    }

    [Fact]
    public async Task A_code_that_is_too_long_for_an_image_is_a_link_all_the_same()
    {
        var order = await world.BuyAsync("cup", "alipay_qr");
        var code = "https://qr.example.com/" + new string('x', QrCode.LengthMaximum);
        world.Gateway.Answer(GatewayAnswer.Created(order, code));

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain($"href=\"{code}\"");
        page.ShouldNotContain("<svg");
    }

    [Fact]
    public async Task The_list_shows_the_way_that_was_chosen_and_then_the_way_it_was_paid()
    {
        var left = await world.BuyAsync("tea");
        var chosen = await world.BuyAsync("tea", "alipay_qr");
        var chosenThere = await world.BuyAsync("tea");
        await world.NotifyAsync(world.Payment(
            chosenThere, "SUCCESS", version: 3, [("channel", "tenpay_page")]));

        var lines = (await world.PageAsync("/orders")).Split("<li>");

        Line(left).ShouldContain("<span class=\"channel\">Choose at the cashier</span>");
        Line(chosen).ShouldContain("<span class=\"channel\">Alipay code</span>");
        Line(chosenThere).ShouldContain("<span class=\"channel\">tenpay_page</span>");

        string Line(ShopOrder order)
            => lines.First(l => l.Contains(order.OutTradeNo, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_by_the_json_interface_has_its_code_too()
    {
        world.Gateway.Answer(GatewayAnswer.Created(
            new ShopOrder("S1", Product.All[1], world.Time.GetUtcNow()), CodeUrl));

        var (_, json, _) = await world.PostAsync("/api/orders", "product=cup&channel=alipay_qr");

        json.ShouldContain($"\"code_url\": \"{CodeUrl}\"");
        world.Gateway.Calls[0]["channel"].ShouldBe("alipay_qr");
        (await world.PageAsync("/api/orders")).ShouldContain("\"channel\": \"alipay_qr\"");
    }

    [Fact]
    public async Task A_way_that_there_is_not_is_refused_by_the_json_interface()
    {
        var (status, json, _) = await world.PostAsync(
            "/api/orders", "product=cup&channel=alipay_barcode");

        ((int)status).ShouldBe(400);
        json.ShouldContain("channel is one of alipay_page, alipay_qr.");
        world.Gateway.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_order_is_not_asked_for_its_code()
    {
        var order = await world.BuyAsync("cup", "alipay_qr");
        world.Shop.Orders.Change(
            order.OutTradeNo, o => o with { State = TradeState.Closed });

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain("Closed");
        ShopWorld.Reloads(page).ShouldBeFalse();
        world.Gateway.Calls.ShouldBeEmpty();
    }
}
