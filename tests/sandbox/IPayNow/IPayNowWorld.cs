using System.Net.Http.Json;
using System.Text.Json;
using PayFunctions.Sandbox.IPayNow;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>A simulator with the vectors' key and clock, a merchant, and calls.</summary>
internal sealed class IPayNowWorld : IAsyncDisposable
{
    private IPayNowWorld(
        IPayNowSimulator simulator, MerchantEndpoint merchant, ManualTimeProvider time)
    {
        Simulator = simulator;
        Merchant = merchant;
        Time = time;
        Merchant.Answer = "success=Y";
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };
        Client = new HttpClient(handler) { BaseAddress = simulator.Address };
    }

    public IPayNowSimulator Simulator { get; }

    public MerchantEndpoint Merchant { get; }

    public ManualTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static async Task<IPayNowWorld> StartAsync(
        Func<IPayNowSimulatorOptions, IPayNowSimulatorOptions>? change = null)
    {
        var time = new ManualTimeProvider(IPayNowVectors.Moment);
        var options = new IPayNowSimulatorOptions
        {
            Applications = [new(IPayNowVectors.AppId, IPayNowVectors.Key)],
            Time = time,
        };
        var simulator = await IPayNowSimulator.StartAsync(change?.Invoke(options) ?? options);
        return new(simulator, await MerchantEndpoint.StartAsync(), time);
    }

    /// <summary>An order of 88.88 of profile A, for a browser.</summary>
    public Call Old(string number, string fen = "8888")
        => Order(number, fen).With("deviceType", "02").With("frontNotifyUrl", Merchant.ReturnUrl);

    /// <summary>An order of 88.88 of profile B.</summary>
    public Call New(string number, string device = "08", string channel = "13")
        => Order(number, "8888").With("deviceType", device).With("payChannelType", channel)
            .With("version", "1.0.0");

    /// <summary>The question about an order of profile A.</summary>
    public Task<Heard> QueryOldAsync(string number, string? fault = null)
        => Question(number).AskAsync(fault: fault);

    /// <summary>The question about an order of profile B.</summary>
    public Task<Heard> QueryAsync(string number, string device = "08")
        => Question(number).With("deviceType", device).With("version", "1.0.0").AskAsync();

    public Call Question(string number)
        => new Call(Client)
            .With("appId", IPayNowVectors.AppId)
            .With("funcode", "MQ002")
            .With("mhtCharset", "UTF-8")
            .With("mhtOrderNo", number)
            .With("mhtSignType", "MD5");

    /// <summary>R001, R002, Q001, Q002.</summary>
    public Call Refund(string funcode, string number)
        => new Call(Client)
            .With("appId", IPayNowVectors.AppId)
            .With("funcode", funcode)
            .With("mhtCharset", "UTF-8")
            .With("mhtRefundNo", number)
            .With("signType", "MD5");

    public async Task<JsonElement> ActAsync(string number, string act)
    {
        using var answer = await Client.PostAsync($"/control/trades/{number}/{act}", null);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<JsonElement> ShowAsync(string number)
        => await Client.GetFromJsonAsync<JsonElement>($"/control/trades/{number}");

    public async Task<Heard> NextAsync() => Heard.Of((await Merchant.NextAsync()).Body);

    public async ValueTask DisposeAsync()
    {
        await Simulator.DisposeAsync();
        await Merchant.DisposeAsync();
        Client.Dispose();
    }

    private Call Order(string number, string fen)
        => new Call(Client)
            .With("appId", IPayNowVectors.AppId)
            .With("funcode", "WP001")
            .With("mhtCharset", "UTF-8")
            .With("mhtCurrencyType", "156")
            .With("mhtOrderAmt", fen)
            .With("mhtOrderDetail", "两件 A&B")
            .With("mhtOrderName", "测试商品")
            .With("mhtOrderNo", number)
            .With("mhtOrderStartTime", "20240102101112")
            .With("mhtOrderTimeOut", "3600")
            .With("mhtOrderType", "01")
            .With("mhtReserved", "a=1&b=2")
            .With("mhtSignType", "MD5")
            .With("notifyUrl", Merchant.NotifyUrl);
}
