using System.Globalization;
using System.Text;
using PayFunctions.Sandbox.Alipay;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Alipay;

/// <summary>Alipay as the conformance tests of every simulator see it.</summary>
internal sealed class AlipayConformance(AlipayWorld world) : ISimulatorWorld
{
    public HttpClient Client => world.Client;

    public MerchantEndpoint Merchant => world.Merchant;

    public ManualTimeProvider Time => world.Time;

    public IReadOnlyList<TimeSpan> Gaps => AlipaySimulator.NotificationGaps;

    public string AskOperation => "alipay.trade.query";

    public static async Task<ISimulatorWorld> StartAsync()
        => new AlipayConformance(await AlipayWorld.StartAsync());

    public async Task OpenAsync(string outTradeNo, long fen)
    {
        var yuan = (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        var content = AlipayWorld.PageContent(outTradeNo)
            .Replace("88.88", yuan, StringComparison.Ordinal);
        using var opened = await world.Page(outTradeNo)
            .With("biz_content", content).SendAsync(post: false);
    }

    public Task<HttpResponseMessage> AskAsync(string outTradeNo, string? fault = null)
        => world.Call(AskOperation, $$"""{"out_trade_no":"{{outTradeNo}}"}""")
            .SendAsync(fault: fault);

    public bool? IsGenuine(byte[] answer) => Read(answer).Genuine;

    public bool IsBusy(byte[] answer) => Read(answer)["code"] == "20000";

    public bool IsGenuine(ReceivedNotification notification)
        => NoticeForm.Parse(notification.Body, Encoding.UTF8).IsGenuine;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static SignedAnswer Read(byte[] answer)
        => SignedAnswer.Read(Encoding.UTF8.GetString(answer), Encoding.UTF8);
}

public sealed class AlipayControlTests : ControlConformance
{
    internal override Task<ISimulatorWorld> StartAsync() => AlipayConformance.StartAsync();
}

public sealed class AlipayFaultTests : FaultConformance
{
    internal override Task<ISimulatorWorld> StartAsync() => AlipayConformance.StartAsync();
}
