using System.Globalization;
using PayFunctions.Sandbox.Abc;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.Abc;

/// <summary>The bank as the conformance tests of every simulator see it.</summary>
internal sealed class AbcConformance(AbcWorld world) : ISimulatorWorld
{
    public HttpClient Client => world.Client;

    public MerchantEndpoint Merchant => world.Merchant;

    public ManualTimeProvider Time => world.Time;

    public IReadOnlyList<TimeSpan> Gaps => AbcSimulator.NotificationGaps;

    public string AskOperation => "Query";

    public static async Task<ISimulatorWorld> StartAsync()
        => new AbcConformance(await AbcWorld.StartAsync());

    public async Task OpenAsync(string outTradeNo, long fen)
    {
        var yuan = (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        (await world.SayAsync(world.PayReq(outTradeNo, yuan))).Code.ShouldBe("0000");
    }

    public Task<HttpResponseMessage> AskAsync(string outTradeNo, string? fault = null)
        => world.PostAsync(AbcWorld.Sign(AbcWorld.Query(outTradeNo)), fault: fault);

    public bool? IsGenuine(byte[] answer) => BankAnswer.Read(answer).IsGenuine;

    public bool IsBusy(byte[] answer) => BankAnswer.Read(answer).Code == "EUNKWN";

    public bool IsGenuine(ReceivedNotification notification)
        => NoticeXml.Read(notification.Body).IsGenuine;

    public ValueTask DisposeAsync() => world.DisposeAsync();
}

public sealed class AbcControlTests : ControlConformance
{
    internal override Task<ISimulatorWorld> StartAsync() => AbcConformance.StartAsync();
}

public sealed class AbcFaultTests : FaultConformance
{
    internal override Task<ISimulatorWorld> StartAsync() => AbcConformance.StartAsync();
}
