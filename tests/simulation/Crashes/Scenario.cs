using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Refunds;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Crashes;

/// <summary>What merchant, payer and channel do, one after another.</summary>
internal sealed class Scenario(SimWorld world, string appId = Durable.Reviving)
{
    private const string Number = "A-1";

    /// <summary>The order.</summary>
    public OrderId Id { get; } = OrderId.Of(appId, Number);

    /// <summary>The channel that closes and cancels.</summary>
    public ChannelTruth Full => Durable.Full;

    /// <summary>The channel that does neither.</summary>
    public ChannelTruth Bare => Durable.Bare;

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
        => world.InsistAsync(async g =>
        {
            var result = await g.StartAsync(Id, product);
            (result is Started or CodeShown).ShouldBeTrue($"{result}");
        });

    /// <summary>An order that is paid, and known to be.</summary>
    public async Task BePaidAsync(string product = "sim_page")
    {
        await CreateAsync();
        await OpenAsync(product);
        Pay();
        await WaitAsync(TimeSpan.FromMinutes(30));
    }

    /// <summary>The till charges a code of the channel's payer.</summary>
    public Task ChargeAsync(ChannelTruth channel, ChargeFate fate)
    {
        channel.NextCharge = () => fate;
        return world.InsistAsync(async g => (await g.ChargeAsync(
            appId, Number, Terms, SimChannel.CodeOf(channel.Habits.Name, 1)))
            .ShouldBeOfType<Charged>());
    }

    /// <summary>The payer pays.</summary>
    public void Pay(int attempt = 1, bool silently = false)
        => Pay(TradeOf(attempt).ShouldNotBeNull(), silently).ShouldBeTrue();

    /// <summary>The payer confirms at the till, if the charge ever came to the channel.</summary>
    public void Confirm(bool silently = false)
    {
        if (TradeOf(attempt: 1) is { } trade)
        {
            Pay(trade, silently);
        }
    }

    /// <summary>The payer gives up.</summary>
    public void GiveUp(int attempt = 1)
    {
        var trade = TradeOf(attempt).ShouldNotBeNull();
        Durable.ChannelOf(trade).Begin(trade);
        Durable.ChannelOf(trade).GiveUp(trade);
    }

    /// <summary>The merchant closes.</summary>
    public Task CloseAsync() => world.InsistAsync(g => g.CloseAsync(Id));

    /// <summary>The merchant cancels.</summary>
    public Task CancelAsync() => world.InsistAsync(g => g.CancelAsync(Id));

    /// <summary>The merchant asks.</summary>
    public Task QueryAsync() => world.InsistAsync(g => g.QueryAsync(appId, Id));

    /// <summary>The merchant refunds.</summary>
    public Task RefundAsync(long fen, string number = "R-1")
        => world.InsistAsync(async g => (await g.RefundAsync(appId, Id, Wish(fen, number)))
            .ShouldBeOfType<RefundKnown>());

    /// <summary>The merchant refunds what must be refused.</summary>
    public Task RefuseRefundAsync(long fen, string number, OrderRefusal why)
        => world.InsistAsync(async g => (await g.RefundAsync(appId, Id, Wish(fen, number)))
            .ShouldBe(new RefundRefused(why)));

    /// <summary>The merchant refunds, and whether it may is another's matter.</summary>
    public Task TryRefundAsync(long fen, string number)
        => world.InsistAsync(g => g.RefundAsync(appId, Id, Wish(fen, number)));

    /// <summary>In the middle of another call; with the process, this one dies too.</summary>
    public Task RefundOnceAsync(long fen, string number)
        => world.Gateway.RefundAsync(appId, Id, Wish(fen, number));

    /// <summary>In the middle of another call; with the process, this one dies too.</summary>
    public Task CancelOnceAsync() => world.Gateway.CancelAsync(Id);

    /// <summary>Somebody does that just before an effect, once.</summary>
    public void Meanwhile(string seam, Action act)
        => Meanwhile(seam, () =>
        {
            act();
            return Task.CompletedTask;
        });

    /// <summary>Somebody does that just before an effect, once.</summary>
    public void Meanwhile(string seam, Func<Task> act)
        => Durable.Door.Meanwhile.Add(seam, act);

    /// <summary>The next answer of that seam is lost.</summary>
    public void Lose(string seam) => Durable.Door.Lost.Add(seam);

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

    private static RequestRefund Wish(long fen, string number)
        => new(number, Money.OfFen(fen), "broken");

    private bool Pay(Trade trade, bool silently) => Durable.ChannelOf(trade).Pay(trade, silently);

    private Trade? TradeOf(int attempt)
        => Durable.Trades.SingleOrDefault(t => t.Number.Attempt == attempt);
}
