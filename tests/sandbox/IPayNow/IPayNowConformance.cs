using System.Globalization;
using System.Text;
using PayFunctions.Sandbox.IPayNow;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Sandbox.Simulation;

namespace PayFunctions.Tests.Sandbox.IPayNow;

/// <summary>ipaynow, in one of its dialects, as the conformance tests see it.</summary>
internal sealed class IPayNowConformance(IPayNowWorld world, bool versioned) : ISimulatorWorld
{
    public HttpClient Client => world.Client;

    public MerchantEndpoint Merchant => world.Merchant;

    public ManualTimeProvider Time => world.Time;

    public IReadOnlyList<TimeSpan> Gaps => IPayNowSimulator.Gaps(RetryBase.Previous);

    public string AskOperation => "MQ002";

    public static async Task<ISimulatorWorld> StartAsync(bool versioned)
        => new IPayNowConformance(await IPayNowWorld.StartAsync(), versioned);

    public async Task OpenAsync(string outTradeNo, long fen)
    {
        var amount = fen.ToString(CultureInfo.InvariantCulture);
        using var opened = await (versioned
            ? world.New(outTradeNo, "0601", "12").With("mhtOrderAmt", amount)
                .With("frontNotifyUrl", world.Merchant.ReturnUrl)
            : world.Old(outTradeNo, amount)).SendAsync();
    }

    public Task<HttpResponseMessage> AskAsync(string outTradeNo, string? fault = null)
        => (versioned
            ? world.Question(outTradeNo).With("version", "1.0.0").With("deviceType", "0601")
            : world.Question(outTradeNo)).SendAsync(fault: fault);

    public bool? IsGenuine(byte[] answer) => Read(answer).IsGenuine;

    public bool IsBusy(byte[] answer) => Read(answer)["responseCode"] == "A003";

    public bool IsGenuine(ReceivedNotification notification)
        => Heard.Of(notification.Body).IsGenuine == true;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private static Heard Read(byte[] answer) => Heard.Of(Encoding.UTF8.GetString(answer));
}

public sealed class IPayNowOldControlTests : ControlConformance
{
    internal override Task<ISimulatorWorld> StartAsync()
        => IPayNowConformance.StartAsync(versioned: false);
}

public sealed class IPayNowControlTests : ControlConformance
{
    internal override Task<ISimulatorWorld> StartAsync()
        => IPayNowConformance.StartAsync(versioned: true);
}

public sealed class IPayNowOldFaultTests : FaultConformance
{
    internal override Task<ISimulatorWorld> StartAsync()
        => IPayNowConformance.StartAsync(versioned: false);
}

public sealed class IPayNowFaultTests : FaultConformance
{
    internal override Task<ISimulatorWorld> StartAsync()
        => IPayNowConformance.StartAsync(versioned: true);
}
