using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Sdk;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Shop;

public sealed partial class DemoShopTests : IAsyncLifetime
{
    private readonly ManualTimeProvider time = new();
    private GatewayDouble gateway = null!;
    private DemoShop shop = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        gateway = await GatewayDouble.StartAsync();
        using var key = RSA.Create(2048);
        shop = await DemoShop.StartAsync(new ShopOptions
        {
            Gateway = gateway.Address,
            PrivateKey = key.ExportPkcs8PrivateKeyPem(),
            Time = time,
        });
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        client = new HttpClient(handler) { BaseAddress = shop.Address };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await shop.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Fact]
    public async Task Three_products_are_for_sale_in_the_readers_language()
    {
        var english = await PageAsync("/", "en");
        var chinese = await PageAsync("/", "fr;q=1, zh-CN;q=0.9, en;q=0.8");

        ForSale().Count(english).ShouldBe(3);
        english.ShouldContain("<html lang=\"en\">");
        chinese.ShouldContain("<html lang=\"zh\">");
        chinese.ShouldContain("龙井茶");
    }

    [Fact]
    public async Task Buying_leads_to_an_order_page_with_a_signed_address_of_the_gateway()
    {
        var order = await BuyAsync("tea");

        var page = await PageAsync($"/orders/{order.OutTradeNo}", "en");

        page.ShouldContain("Not paid");
        page.ShouldContain("http-equiv=\"refresh\" content=\"3\"");
        var address = WebUtility.HtmlDecode(PayLink().Match(page).Groups["address"].Value);
        address.ShouldStartWith($"{gateway.Address}pay?");
        var query = NoticeForm.Parse(address.Split('?')[1], System.Text.Encoding.UTF8);
        query["total_fee"].ShouldBe("8800");
        query["out_trade_no"].ShouldBe(order.OutTradeNo);
        query["notify_url"].ShouldBe($"{shop.Address}pay/notify");
        query["sign"].Length.ShouldBe(344);
    }

    [Fact]
    public async Task A_signed_notification_pays_the_order_and_the_page_shows_it()
    {
        var order = await BuyAsync("cup");

        var (status, answer) = await NotifyAsync(Notification(order, "SUCCESS", version: 2));
        var page = await PageAsync($"/orders/{order.OutTradeNo}", "en");

        status.ShouldBe(HttpStatusCode.OK);
        answer.ShouldBe("success");
        page.ShouldContain(">Paid<");
        page.ShouldContain("notice-2");
        page.ShouldNotContain("http-equiv=\"refresh\"");
        page.ShouldNotContain("id=\"pay\"");
    }

    [Fact]
    public async Task A_notification_that_comes_twice_or_late_moves_nothing_back()
    {
        var order = await BuyAsync("cup");
        await NotifyAsync(Notification(order, "SUCCESS", version: 3));
        await NotifyAsync(Notification(order, "SUCCESS", version: 3));
        await NotifyAsync(Notification(order, "CLOSED", version: 2));

        var booked = shop.Orders.Find(order.OutTradeNo).ShouldNotBeNull();

        booked.State.ShouldBe(TradeState.Success);
        booked.Version.ShouldBe(3);
        booked.Notices.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_forged_notification_pays_nothing()
    {
        var order = await BuyAsync("tea");
        var forged = Notification(order, "SUCCESS", version: 2)
            .Replace("total_fee=8800", "total_fee=8801", StringComparison.Ordinal);

        var (status, answer) = await NotifyAsync(forged);

        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.ShouldNotBe("success");
        shop.Orders.Find(order.OutTradeNo)!.State.ShouldBe(TradeState.NotPay);
    }

    [Fact]
    public async Task A_return_shows_and_pays_nothing()
    {
        var order = await BuyAsync("tea");
        var query = gateway.Sign(time.GetUtcNow(), Facts(order, "SUCCESS", 2));

        var page = await PageAsync($"/return?{query}", "en");

        page.ShouldContain("You are back from the pay page.");
        page.ShouldContain($"url=/orders/{order.OutTradeNo}");
        shop.Orders.Find(order.OutTradeNo)!.State.ShouldBe(TradeState.NotPay);
    }

    [Fact]
    public async Task A_forged_return_is_called_doubtful()
    {
        var page = await PageAsync("/return?out_trade_no=1&sign=x", "en");

        page.ShouldContain("did not verify");
    }

    [Fact]
    public async Task An_order_of_an_earlier_run_is_known_again_by_its_notification()
    {
        var earlier = new ShopOrder("S1", Product.All[0], time.GetUtcNow());

        await NotifyAsync(Notification(earlier, "SUCCESS", version: 2));

        (await PageAsync("/orders", "en")).ShouldContain("S1");
        (await PageAsync("/api/orders", "en")).ShouldContain("\"trade_state\": \"SUCCESS\"");
    }

    [Theory]
    [InlineData("/orders/nothing")]
    [InlineData("/orders/%3Cscript%3E")]
    public async Task An_order_nobody_made_is_not_found(string path)
    {
        using var response = await client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("Content-Security-Policy").Single()
            .ShouldStartWith("default-src 'none'; style-src 'self'");
    }

    [GeneratedRegex("id=\"buy-[a-z]+\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForSale();

    [GeneratedRegex("id=\"pay\" class=\"button\" href=\"(?<address>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PayLink();

    private static (string Name, string Value)[] Facts(ShopOrder order, string state, int version)
        =>
        [
            ("out_trade_no", order.OutTradeNo),
            ("total_fee", $"{order.Product.Fen}"),
            ("trade_state", state),
            ("order_version", $"{version}"),
        ];

    private string Notification(ShopOrder order, string state, int version)
        => gateway.Sign(time.GetUtcNow(),
        [
            .. Facts(order, state, version),
            ("notify_id", $"notice-{version}"),
            ("notify_time", "2026-03-01 20:00:00"),
            ("notify_type", "PAYMENT"),
            ("attach", order.Product.Id),
        ]);

    private async Task<ShopOrder> BuyAsync(string product)
    {
        using var form = GatewayCaller.Form($"product={product}");
        using var response = await client.PostAsync("/buy", form);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return shop.Orders.Find(response.Headers.Location!.ToString().Split('/')[^1])!;
    }

    private async Task<(HttpStatusCode Status, string Answer)> NotifyAsync(string body)
    {
        using var form = GatewayCaller.Form(body);
        using var response = await client.PostAsync("/pay/notify", form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> PageAsync(string path, string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var response = await client.SendAsync(request);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
