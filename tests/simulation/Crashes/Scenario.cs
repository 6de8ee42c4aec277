using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>What merchant, payer and channel do, one after another.</summary>
internal sealed class Scenario(SimWorld world, string appId = Durable.Reviving)
{
    private const string Number = "A-1";

    /// <summary>The order.</summary>
    public OrderId Id { get; } = OrderId.Of(appId, Number);

    private Durable Durable => world.Durable;

    private PaymentTerms Terms => new(
        Money.OfFen(100), "Tea", Body: null, Attach: "a=1&b", Durable.NotifyUrl.OriginalString,
        ReturnUrl: null, Product: null, TimeSpan.FromHours(2));

    /// <summary>The merchant creates.</summary>
    public Task CreateAsync()
        => world.InsistAsync(async g =>
        {
            var decision = await g.CreateAsync(appId, Number, Terms);
            (decision is Moved or Replayed).ShouldBeTrue($"{decision}");
        });

    /// <summary>The payer chooses a product.</summary>
    public Task OpenAsync(string product = "sim_page")
        => world.InsistAsync(
            async g => (await g.StartAsync(Id, product)).ShouldBeOfType<Started>());

    /// <summary>The payer pays.</summary>
    public void Pay(int attempt = 1, bool silently = false)
        => Durable.Channel.Pay(TradeOf(attempt), silently).ShouldBeTrue();

    /// <summary>The payer gives up.</summary>
    public void GiveUp(int attempt = 1)
    {
        Durable.Channel.Begin(TradeOf(attempt));
        Durable.Channel.GiveUp(TradeOf(attempt));
    }

    /// <summary>The merchant closes.</summary>
    public Task CloseAsync() => world.InsistAsync(g => g.CloseAsync(Id));

    /// <summary>The merchant asks.</summary>
    public Task QueryAsync() => world.InsistAsync(g => g.QueryAsync(appId, Id));

    /// <summary>Time passes; everything due happens.</summary>
    public Task WaitAsync(TimeSpan time)
        => world.RunUntilAsync(Durable.Clock.GetUtcNow() + time);

    /// <summary>Just after the order's time is up, and nobody noticed yet.</summary>
    public void SleepOverExpiry()
        => Durable.Clock.AdvanceTo(
            Durable.Orders.Orders.Single().ExpiresAt + TimeSpan.FromSeconds(1));

    /// <summary>The merchant answers like this, then accepts.</summary>
    public void MerchantAnswers(params MerchantReply[] replies)
    {
        var left = new Queue<MerchantReply>(replies);
        Durable.Merchant.NextReply = () => left.TryDequeue(out var next)
            ? next
            : MerchantReply.Accept;
    }

    private Trade TradeOf(int attempt)
        => Durable.Channel.Trades.Single(t => t.Number.Attempt == attempt);
}
