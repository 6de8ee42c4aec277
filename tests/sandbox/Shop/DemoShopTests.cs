using System.Net;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;
using PayFunctions.Tests.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Shop;

public sealed partial class DemoShopTests : IAsyncLifetime
{
    private ShopWorld world = null!;

    public async ValueTask InitializeAsync() => world = await ShopWorld.OpenAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Three_products_are_for_sale_in_the_readers_language()
    {
        var english = await world.PageAsync("/");
        var chinese = await world.PageAsync("/", "fr;q=1, zh-CN;q=0.9, en;q=0.8");

        ForSale().Count(english).ShouldBe(3);
        english.ShouldContain("<html lang=\"en\">");
        chinese.ShouldContain("<html lang=\"zh\">");
        chinese.ShouldContain("龙井茶");
    }

    [Fact]
    public async Task Buying_leads_to_an_order_page_with_a_signed_address_of_the_gateway()
    {
        var order = await world.BuyAsync("tea");

        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        page.ShouldContain("Not paid");
        page.ShouldContain("http-equiv=\"refresh\" content=\"3\"");
        var address = PayLink().Match(page).Groups["address"].Value;
        address.ShouldStartWith($"{world.Gateway.Address}pay?");
        var query = NoticeForm.Parse(address.Split('?')[1], System.Text.Encoding.UTF8);
        query["total_fee"].ShouldBe("8800");
        query["out_trade_no"].ShouldBe(order.OutTradeNo);
        query["notify_url"].ShouldBe($"{world.Shop.Address}pay/notify");
        address.ShouldNotContain("channel=");
        query["sign"].Length.ShouldBe(344);
    }

    [Fact]
    public async Task A_signed_notification_pays_the_order_and_the_page_shows_it()
    {
        var order = await world.BuyAsync("cup");

        var (status, answer) = await world.NotifyAsync(
            world.Payment(order, "SUCCESS", version: 2));
        var page = await world.PageAsync($"/orders/{order.OutTradeNo}");

        status.ShouldBe(HttpStatusCode.OK);
        answer.ShouldBe("success");
        page.ShouldContain("<p id=\"state\" class=\"state paid\">Paid</p>");
        page.ShouldContain("notice-2");
        ShopWorld.Reloads(page).ShouldBeFalse();
        page.ShouldNotContain("id=\"pay\"");
    }

    [Fact]
    public async Task A_notification_that_comes_twice_or_late_moves_nothing_back()
    {
        var order = await world.BuyAsync("cup");
        await world.NotifyAsync(world.Payment(order, "SUCCESS", version: 3));
        await world.NotifyAsync(world.Payment(order, "SUCCESS", version: 3));
        await world.NotifyAsync(world.Payment(order, "CLOSED", version: 2));

        var booked = world.Order(order.OutTradeNo);

        booked.State.ShouldBe(TradeState.Success);
        booked.Version.ShouldBe(3);
        booked.Notices.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_forged_notification_pays_nothing()
    {
        var order = await world.BuyAsync("tea");
        var forged = world.Payment(order, "SUCCESS", version: 2)
            .Replace("total_fee=8800", "total_fee=8801", StringComparison.Ordinal);

        var (status, answer) = await world.NotifyAsync(forged);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ShouldNotBe("success");
        world.Order(order.OutTradeNo).State.ShouldBe(TradeState.NotPay);
    }

    [Fact]
    public async Task A_return_shows_and_pays_nothing()
    {
        var order = await world.BuyAsync("tea");
        var query = world.Gateway.Sign(
            world.Time.GetUtcNow(), ShopWorld.Facts(order, "SUCCESS", 2));

        var page = await world.PageAsync($"/return?{query}");

        page.ShouldContain("You are back from the pay page.");
        page.ShouldContain($"content=\"3;url=/orders/{order.OutTradeNo}\"");
        world.Order(order.OutTradeNo).State.ShouldBe(TradeState.NotPay);
    }

    [Fact]
    public async Task A_forged_return_is_called_doubtful()
    {
        var page = await world.PageAsync("/return?out_trade_no=1&sign=x");

        page.ShouldContain("did not verify");
    }

    [Fact]
    public async Task An_order_of_an_earlier_run_is_known_again_by_its_notification()
    {
        var earlier = new ShopOrder("S1", Product.All[0], world.Time.GetUtcNow());

        await world.NotifyAsync(world.Payment(earlier, "SUCCESS", version: 2));

        (await world.PageAsync("/orders")).ShouldContain("S1");
        (await world.PageAsync("/api/orders")).ShouldContain("\"trade_state\": \"SUCCESS\"");
    }

    [Fact]
    public async Task A_sale_at_the_till_of_an_earlier_run_is_known_again_by_its_notification()
    {
        var earlier = new ShopOrder("S2", Product.AtTill(1_234), world.Time.GetUtcNow());

        await world.NotifyAsync(world.Payment(earlier, "SUCCESS", version: 2));

        world.Order("S2").Product.Fen.ShouldBe(1_234);
    }

    [Theory]
    [InlineData("/orders/nothing")]
    [InlineData("/orders/%3Cscript%3E")]
    [InlineData("/till/nothing")]
    public async Task An_order_nobody_made_is_not_found(string path)
    {
        using var response = await world.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldStartWith("default-src 'none'; style-src 'self'");
    }

    [GeneratedRegex("id=\"buy-[a-z]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForSale();

    [GeneratedRegex("id=\"pay\" class=\"button\" href=\"(?<address>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PayLink();
}
