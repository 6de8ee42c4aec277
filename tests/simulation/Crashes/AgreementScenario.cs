using PayFunctions.Agreements;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>What merchant, payer and channel do with an agreement.</summary>
internal sealed class AgreementScenario(SimWorld world)
{
    private const string AppId = Durable.Reviving;
    private const string Number = "G-1";

    /// <summary>The agreement.</summary>
    public OrderId Id { get; } = OrderId.Of(AppId, Number);

    /// <summary>The channel.</summary>
    public ChannelTruth Channel => Durable.Full;

    private Durable Durable => world.Durable;

    private PaymentTerms Terms => new(
        Money.OfFen(0), "Tea of the month", Body: null, Attach: null,
        Durable.NotifyUrl.OriginalString, ReturnUrl: null, "sim_agreement",
        TimeSpan.FromHours(2),
        Agreement: new AgreementTerms(
            Money.OfFen(60), Money.OfFen(100), CountLimit: 3, TimeSpan.FromDays(7)));

    /// <summary>The payer signs; whether the channel tells is another's matter.</summary>
    public async Task SignAsync()
    {
        await world.InsistAsync(async g =>
        {
            var decision = await g.CreateAsync(AppId, Number, Terms);
            (decision is Moved or Replayed).ShouldBeTrue($"{decision}");
        });
        await world.InsistAsync(async g =>
            (await g.StartAsync(Id, "sim_agreement")).ShouldBeOfType<Started>());
        Channel.Pay(Channel.Trades.Single()).ShouldBeTrue();
        await WaitAsync(TimeSpan.FromMinutes(30));
    }

    /// <summary>The merchant debits, and insists.</summary>
    public Task DebitAsync(string number, long fen)
        => world.InsistAsync(async g => (await g.DebitAsync(AppId, Wish(number, fen)))
            .ShouldBeOfType<DebitKnown>());

    /// <summary>The merchant debits, and whether it may is another's matter.</summary>
    public Task TryDebitAsync(string number, long fen)
        => world.InsistAsync(g => g.DebitAsync(AppId, Wish(number, fen)));

    /// <summary>In the middle of another call; with the process, this one dies too.</summary>
    public Task DebitOnceAsync(string number, long fen)
        => world.Gateway.DebitAsync(AppId, Wish(number, fen));

    /// <summary>The merchant ends it, and insists.</summary>
    public Task UnsignAsync()
        => world.InsistAsync(async g =>
        {
            var decision = await g.UnsignAsync(Id);
            (decision is Moved or Replayed).ShouldBeTrue($"{decision}");
        });

    /// <summary>Somebody does that just before an effect, once.</summary>
    public void Meanwhile(string seam, Func<Task> act)
        => Durable.Door.Meanwhile.Add(seam, act);

    /// <summary>The next answer of that seam is lost.</summary>
    public void Lose(string seam) => Durable.Door.Lost.Add(seam);

    /// <summary>Time passes; everything due happens.</summary>
    public Task WaitAsync(TimeSpan time)
        => world.RunUntilAsync(Durable.Clock.GetUtcNow() + time);

    private DebitWish Wish(string number, long fen)
        => new(Id, number, Money.OfFen(fen), "Tea", Body: null, Attach: null, NotifyUrl: null);
}
