using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>A simulator with the vectors' keys and clock, a merchant, and a caller.</summary>
internal sealed class AlipayWorld : IAsyncDisposable
{
    public const string Seller = "2088101106499364";

    /// <summary>The token of the golden requests, and the merchant who gave it.</summary>
    public const string Token = "202601BB0123456789abcdef0123456789abcX00";
    public const string ClientAppId = "2021000000000002";
    public const string ClientSeller = "2088101106490002";

    private AlipayWorld(
        AlipaySimulator simulator, MerchantEndpoint merchant, ManualTimeProvider time)
    {
        Simulator = simulator;
        Merchant = merchant;
        Time = time;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        Client = new HttpClient(handler) { BaseAddress = simulator.Address };
    }

    public AlipaySimulator Simulator { get; }

    public MerchantEndpoint Merchant { get; }

    public ManualTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static async Task<AlipayWorld> StartAsync(
        Func<AlipaySimulatorOptions, AlipaySimulatorOptions>? change = null)
    {
        var time = new ManualTimeProvider(AlipayVectors.Moment);
        var options = new AlipaySimulatorOptions
        {
            PrivateKey = AlipayVectors.GatewayPrivateKey,
            Applications =
            [
                new(AlipayVectors.AppId, AlipayVectors.ApplicationPublicKey, Seller)
                {
                    Authorizations = [new(Token, ClientAppId, ClientSeller)],
                },
            ],
            Time = time,
        };
        var simulator = await AlipaySimulator.StartAsync(change?.Invoke(options) ?? options);
        return new(simulator, await MerchantEndpoint.StartAsync(), time);
    }

    public GatewayCaller Call(string method, string content)
        => Call(method, content, Encoding.UTF8, "utf-8");

    public GatewayCaller Call(string method, string content, Encoding encoding, string charset)
        => new GatewayCaller(Client, encoding, charset)
            .With("method", method)
            .With("biz_content", content);

    /// <summary>A page order of 88.88 that notifies and returns to the merchant.</summary>
    public GatewayCaller Page(string outTradeNo, string more = "")
        => Call("alipay.trade.page.pay", PageContent(outTradeNo, more))
            .With("notify_url", Merchant.NotifyUrl)
            .With("return_url", Merchant.ReturnUrl);

    public static string PageContent(string outTradeNo, string more = "")
        => $$"""
            {"out_trade_no":"{{outTradeNo}}","product_code":"FAST_INSTANT_TRADE_PAY",
            "total_amount":"88.88","subject":"测试商品 A+B"{{more}}}
            """;

    public Task<SignedAnswer> QueryAsync(string outTradeNo)
        => AskAsync("alipay.trade.query", $$"""{"out_trade_no":"{{outTradeNo}}"}""");

    /// <summary>A call that tells the merchant where to be notified.</summary>
    public async Task<SignedAnswer> AskAsync(string method, string content, string? fault = null)
    {
        using var response = await Call(method, content)
            .With("notify_url", Merchant.NotifyUrl).SendAsync(fault: fault);
        return await SignedAnswer.ReadAsync(response);
    }

    /// <summary>Charges a code with 88.88.</summary>
    public Task<SignedAnswer> ChargeAsync(
        string outTradeNo, string code, string more = "", string? fault = null)
        => AskAsync("alipay.trade.pay", ChargeContent(outTradeNo, code, more), fault);

    public static string ChargeContent(string outTradeNo, string code, string more = "")
        => $$"""
            {"out_trade_no":"{{outTradeNo}}","scene":"bar_code","auth_code":"{{code}}",
            "total_amount":"88.88","subject":"测试商品 A+B"{{more}}}
            """;

    public async Task<NoticeForm> NotifiedAsync()
        => NoticeForm.Parse((await Merchant.NextAsync()).Body, Encoding.UTF8);

    public Task<JsonElement> TradeAsync(string outTradeNo)
        => Client.GetFromJsonAsync<JsonElement>($"/control/trades/{outTradeNo}");

    public async Task<JsonElement> PayAsync(string outTradeNo)
    {
        using var answer = await Client.PostAsync($"/control/trades/{outTradeNo}/pay", null);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task FaultAsync(string kind, int count = 1)
    {
        using var answer = await Client.PostAsJsonAsync("/control/faults", new { kind, count });
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Merchant.DisposeAsync();
        Client.Dispose();
    }
}
