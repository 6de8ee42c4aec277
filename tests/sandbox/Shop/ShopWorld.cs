using System.Net;
using System.Text.RegularExpressions;
using PayFunctions.Sandbox.Shop;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Alipay;

namespace PayFunctions.Tests.Sandbox.Shop;

/// <summary>A shop with ways to pay, a gateway that says what it is told to, and a browser.
/// </summary>
internal sealed partial class ShopWorld : IAsyncDisposable
{
    /// <summary>What a payer's telephone shows.</summary>
    public const string PayerCode = "287634438256643940";

    private readonly HttpClient browser;

    private ShopWorld(GatewayDouble gateway, DemoShop shop, ManualTimeProvider time)
    {
        (Gateway, Shop, Time) = (gateway, shop, time);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        browser = new HttpClient(handler) { BaseAddress = shop.Address };
    }

    public static IReadOnlyList<ShopChannel> Channels { get; } =
    [
        new("alipay_page", "支付宝网页", "Alipay page", ShopChannelKind.Page),
        new("alipay_qr", "支付宝扫码", "Alipay code", ShopChannelKind.Code),
        new("alipay_barcode", "支付宝付款码", "Alipay till", ShopChannelKind.Barcode),
    ];

    public GatewayDouble Gateway { get; }

    public DemoShop Shop { get; }

    public ManualTimeProvider Time { get; }

    public static async Task<ShopWorld> OpenAsync(IReadOnlyList<ShopChannel>? channels = null)
    {
        var time = new ManualTimeProvider();
        var gateway = await GatewayDouble.StartAsync();
        var shop = await DemoShop.StartAsync(new ShopOptions
        {
            Gateway = gateway.Address,
            PrivateKey = TestKeys.Shop,
            Channels = channels ?? Channels,
            Time = time,
        });
        return new(gateway, shop, time);
    }

    public ShopOrder Order(string outTradeNo) => Shop.Orders.Find(outTradeNo).ShouldNotBeNull();

    public async Task<ShopOrder> BuyAsync(string product, string? channel = null)
    {
        var (status, _, location) = await PostAsync("/buy", $"product={product}&channel={channel}");
        status.ShouldBe(HttpStatusCode.SeeOther);
        return Order(location.Split('/')[^1]);
    }

    /// <summary>Buys, and has the gateway tell that it is paid.</summary>
    public async Task<ShopOrder> BuyAndPayAsync(string product)
    {
        var order = await BuyAsync(product);
        await NotifyAsync(Payment(order, "SUCCESS", version: 3));
        return Order(order.OutTradeNo);
    }

    public string Payment(
        ShopOrder order, string state, int version, params (string Name, string Value)[] more)
        => Gateway.Sign(Time.GetUtcNow(),
        [
            .. Facts(order, state, version),
            ("notify_id", $"notice-{version}"),
            ("notify_time", "2026-03-01 20:00:00"),
            ("notify_type", "PAYMENT"),
            ("attach", order.Product.Id),
            .. more,
        ]);

    public string Refund(ShopOrder order, string state, int version, GatewayRefund refund)
        => Payment(
            order, state, version,
            [
                ("notify_type", "REFUND"),
                ("refund_id", refund.RefundId),
                ("out_request_no", refund.OutRequestNo ?? ""),
                ("refund_fee", $"{refund.Fen}"),
                ("refund_state", refund.State),
                ("refund_origin", refund.Origin),
                ("time_refund", "2026-03-01 20:00:00"),
            ]);

    public static (string Name, string Value)[] Facts(ShopOrder order, string state, int version)
        =>
        [
            ("out_trade_no", order.OutTradeNo),
            ("total_fee", $"{order.Product.Fen}"),
            ("trade_state", state),
            ("order_version", $"{version}"),
        ];

    public async Task<(HttpStatusCode Status, string Answer)> NotifyAsync(string body)
    {
        var (status, answer, _) = await PostAsync("/pay/notify", body);
        return (status, answer);
    }

    /// <summary>Sends a form; what comes back, and where the browser is sent.</summary>
    public async Task<(HttpStatusCode Status, string Page, string Location)> PostAsync(
        string path, string body)
    {
        using var form = GatewayCaller.Form(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        using var response = await browser.SendAsync(request);
        return (
            response.StatusCode,
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
            response.Headers.Location?.ToString() ?? "");
    }

    /// <summary>A page, without the HTML's escapes.</summary>
    public async Task<string> PageAsync(string path, string languages = "en")
    {
        using var response = await GetAsync(path, languages);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> GetAsync(string path, string languages = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        return await browser.SendAsync(request);
    }

    /// <summary>The value of a hidden field.</summary>
    public static string Hidden(string page, string name)
        => HiddenField().Matches(page)
            .Single(m => m.Groups["name"].Value == name).Groups["value"].Value;

    /// <summary>Whether a page loads itself again.</summary>
    public static bool Reloads(string page)
        => page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await Shop.DisposeAsync();
        await Gateway.DisposeAsync();
    }

    [GeneratedRegex("type=\"hidden\" name=\"(?<name>[^\"]+)\"\\s+value=\"(?<value>[^\"]*)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HiddenField();
}
