using PayFunctions.Authorizations;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>What merchant, payer and channel do with an amount that is held.</summary>
internal sealed class HoldScenario(SimWorld world)
{
    private const string AppId = Durable.Reviving;
    private const string Number = "H-1";

    /// <summary>The order that holds.</summary>
    public OrderId Id { get; } = OrderId.Of(AppId, Number);

    /// <summary>The channel.</summary>
    public ChannelTruth Channel => Durable.Full;

    private Durable Durable => world.Durable;

    private PaymentTerms Terms => new(
        Money.OfFen(100), "Deposit", Body: null, Attach: null,
        Durable.NotifyUrl.OriginalString, ReturnUrl: null, Product: null,
        TimeSpan.FromHours(2), Hold: new HoldTerms(TimeSpan.FromDays(7)));

    /// <summary>The payer authorises; whether the channel tells is another's matter.</summary>
    public async Task HoldAsync()
    {
        await world.InsistAsync(async g =>
        {
            var decision = await g.CreateAsync(AppId, Number, Terms);
            (decision is Moved or Replayed).ShouldBeTrue($"{decision}");
        });
        await world.InsistAsync(async g =>
            (await g.StartAsync(Id, "sim_hold")).ShouldBeOfType<Started>());
        Channel.Pay(Channel.Trades.Single()).ShouldBeTrue();
        await WaitAsync(TimeSpan.FromMinutes(30));
    }

    /// <summary>The merchant captures, and insists.</summary>
    public Task CaptureAsync(string number, long fen, bool final = false)
        => world.InsistAsync(async g => (await g.CaptureAsync(
            AppId, Id, Wish(number, fen, final))).ShouldBeOfType<CaptureKnown>());

    /// <summary>The merchant captures, and whether it may is another's matter.</summary>
    public Task TryCaptureAsync(string number, long fen)
        => world.InsistAsync(g => g.CaptureAsync(AppId, Id, Wish(number, fen, final: false)));

    /// <summary>In the middle of another call; with the process, this one dies too.</summary>
    public Task CaptureOnceAsync(string number, long fen)
        => world.Gateway.CaptureAsync(AppId, Id, Wish(number, fen, final: false));

    /// <summary>The merchant lets go, and insists.</summary>
    public Task VoidAsync(string number, long? fen = null)
        => world.InsistAsync(async g => (await g.VoidAsync(
            AppId, Id,
            new RequestRelease(number, fen is { } part ? Money.OfFen(part) : null)))
            .ShouldBeOfType<RefundKnown>());

    /// <summary>Somebody does that just before an effect, once.</summary>
    public void Meanwhile(string seam, Func<Task> act)
        => Durable.Door.Meanwhile.Add(seam, act);

    /// <summary>The next answer of that seam is lost.</summary>
    public void Lose(string seam) => Durable.Door.Lost.Add(seam);

    /// <summary>Time passes; everything due happens.</summary>
    public Task WaitAsync(TimeSpan time)
        => world.RunUntilAsync(Durable.Clock.GetUtcNow() + time);

    private static RequestCapture Wish(string number, long fen, bool final)
        => new(number, Money.OfFen(fen), final);
}
