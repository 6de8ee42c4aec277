using PayFunctions.Host;
using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.Seams;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>
/// A few orders, some hundred random steps of merchants, payers, the channel and time, with
/// everything
/// failing now and then; then everything works again and time runs to the end.
/// </summary>
internal sealed class ChaosRun
{
    private const int Steps = 220;
    private const int Orders = 4;

    private static readonly string[] Apps = [Durable.Reviving, Durable.Refunding];
    private static readonly string[] Products = ["sim_page", "sim_wap"];
    private static readonly TimeSpan[] Lifetimes =
    [
        TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10), TimeSpan.FromHours(2),
        TimeSpan.FromDays(1), TimeSpan.FromDays(8), TimeSpan.FromDays(15),
    ];

    private static readonly MerchantReply[] Replies = Enum.GetValues<MerchantReply>();

    private readonly SimWorld world;
    private readonly Random chance;
    private readonly ChaosMishaps mishaps;
    private readonly Invariants invariants;
    private readonly List<string> diary = [];

    /// <summary>Everything that happens follows from the seed.</summary>
    public ChaosRun(SimWorld world, int seed)
    {
        this.world = world;
        chance = new Random(seed);
        mishaps = new ChaosMishaps(chance, InterfereAsync);
        invariants = new Invariants(world);
        world.Durable.Door.Mishaps = mishaps;
        world.Durable.Merchant.NextReply = Reply;
        world.AfterStep = invariants.HoldNow;
    }

    /// <summary>What happened, for whoever looks for the cause of a failure.</summary>
    public IReadOnlyList<string> Diary => diary;

    private Durable Durable => world.Durable;

    /// <summary>Runs it all.</summary>
    public async Task RunAsync()
    {
        for (var step = 0; step < Steps; step++)
        {
            if (step % 20 == 0)
            {
                ChangeTheWeather();
            }

            await DareAsync(ActAsync);
            await PassTimeAsync();
            invariants.HoldNow();
        }

        Note("calm");
        (mishaps.Deaths, mishaps.Failures, mishaps.Interferences) = (0, 0, 0);
        Durable.Merchant.NextReply = static () => MerchantReply.Accept;
        await world.RunToQuietAsync();
        await invariants.HoldAtTheEndAsync();
        invariants.NothingSpins();
    }

    private void ChangeTheWeather()
        => (mishaps.Deaths, mishaps.Failures, mishaps.Interferences) = chance.Next(4) switch
        {
            0 => (0, 0, 300),
            1 => (30, 100, 300),
            2 => (60, 800, 600),
            _ => (0, 0, 0),
        };

    private MerchantReply Reply() => chance.Next(3) == 0
        ? MerchantReply.Accept
        : Replies[chance.Next(Replies.Length)];

    /// <summary>In the middle of somebody's call: another caller, or another message.</summary>
    private async Task InterfereAsync()
    {
        try
        {
            await DareCallAsync(chance.Next(2) == 0 ? ActAsync : world.HandOutAsync);
        }
        catch (CrashException e) when (chance.Next(2) == 0)
        {
            Note($"another instance: {e.Message}");
        }
    }

    private async Task DareAsync(Func<Task> act)
    {
        try
        {
            await DareCallAsync(act);
        }
        catch (CrashException e)
        {
            Note(e.Message);
            await world.RestartAsync();
        }
    }

    private async Task DareCallAsync(Func<Task> act)
    {
        world.Stir();
        try
        {
            await act();
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Note($"  trouble: {e.Message}");
        }
    }

    private Task ActAsync()
    {
        var known = Durable.Orders.Orders;
        var order = known.Count == 0 ? null : known[chance.Next(known.Count)];
        return (order, chance.Next(20)) switch
        {
            (null, _) or (_, 0) => CreateAsync(chance.Next(Orders)),
            (_, < 5) => OpenAsync(order.Id),
            (_, < 9) => Pay(order),
            (_, < 10) => GiveUp(order),
            (_, < 13) => QueryAsync(order),
            (_, < 14) => CloseAsync(order.Id),
            (_, < 16) => ResendAsync(order),
            _ => TellAgainAsync(),
        };
    }

    private async Task CreateAsync(int number)
    {
        var lifetime = Lifetimes[number + (chance.Next(5) == 0 ? 1 : 0)];
        Note($"create {number} for {lifetime}");
        await world.Gateway.CreateAsync(
            Apps[number % Apps.Length], $"A-{number}",
            new PaymentTerms(
                Money.OfFen(100 + number), "Tea", Body: null, Attach: null,
                Durable.NotifyUrl.OriginalString, ReturnUrl: null, Product: null, lifetime));
    }

    private async Task OpenAsync(OrderId id)
    {
        var product = Products[chance.Next(Products.Length)];
        Note($"open {product} of {id}");
        await world.Gateway.StartAsync(id, product);
    }

    /// <summary>
    /// Silence is what the gateway must cope with by itself: only while it has reason to ask.
    /// </summary>
    private Task Pay(Order order)
    {
        if (Pick(order) is { } trade)
        {
            var asked = order.FindAttempt(trade.Number.Attempt)?.State == AttemptState.Open;
            var silently = asked && chance.Next(3) == 0;
            var paid = Durable.Channel.Pay(trade, silently);
            Note($"pay {trade.Number}{(silently ? " silently" : "")}: {paid}");
        }

        return Task.CompletedTask;
    }

    private Task GiveUp(Order order)
    {
        if (Pick(order) is { } trade)
        {
            Durable.Channel.Begin(trade);
            Durable.Channel.GiveUp(trade);
            Note($"give up {trade.Number}: {trade.Stage}");
        }

        return Task.CompletedTask;
    }

    private Trade? Pick(Order order)
    {
        var trades = Durable.Channel.Trades.Where(t => t.Number.Id == order.Id).ToList();
        return trades.Count == 0 ? null : trades[chance.Next(trades.Count)];
    }

    private async Task QueryAsync(Order order)
    {
        Note($"query {order.Id}");
        await world.Gateway.QueryAsync(order.AppId, order.Id);
    }

    private async Task CloseAsync(OrderId id)
    {
        Note($"close {id}");
        await world.Gateway.CloseAsync(id);
    }

    private async Task ResendAsync(Order order)
    {
        if (Durable.Orders.MovesOf(order.Id).FirstOrDefault(static m => m.Notice is not null)
            is { Notice.Id: { } id })
        {
            Note($"resend {id}");
            await world.Gateway.ResendAsync(order.AppId, id);
        }
    }

    /// <summary>Twice, late, in another order: as channels do.</summary>
    private async Task TellAgainAsync()
    {
        var letters = Durable.Channel.Letters;
        if (letters.Count > 0)
        {
            var letter = letters[chance.Next(letters.Count)];
            Note($"tell again of {letter.Number}");
            await world.DeliverAsync(letter);
        }
    }

    private async Task PassTimeAsync()
    {
        var clock = Durable.Clock;
        switch (chance.Next(10))
        {
            case < 3:
                break;
            case < 6:
                await world.RunUntilAsync(
                    clock.GetUtcNow() + TimeSpan.FromSeconds(chance.Next(120)));
                break;
            case < 8:
                await world.RunUntilAsync(
                    clock.GetUtcNow() + TimeSpan.FromMinutes(chance.Next(90)));
                break;
            case 8:
                // Nobody is served for a while.
                clock.Advance(TimeSpan.FromMinutes(chance.Next(60)));
                break;
            default:
                await world.RunUntilAsync(
                    clock.GetUtcNow() + TimeSpan.FromHours(chance.Next(30)));
                break;
        }
    }

    private void Note(string what)
        => diary.Add($"{Durable.Clock.GetUtcNow():MM-dd HH:mm:ss.fff} {what}");
}
