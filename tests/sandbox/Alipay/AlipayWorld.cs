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
            Applications = [new(AlipayVectors.AppId, AlipayVectors.ApplicationPublicKey, Seller)],
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

    public async Task<SignedAnswer> QueryAsync(string outTradeNo)
        => await SignedAnswer.ReadAsync(await Call(
            "alipay.trade.query", $$"""{"out_trade_no":"{{outTradeNo}}"}""").SendAsync());

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
