using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Channel;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>What everybody in a random world shares: the world, chance, and a diary.</summary>
internal sealed class Scene(SimWorld world, Random chance)
{
    private readonly List<string> diary = [];

    /// <summary>The world.</summary>
    public SimWorld World => world;

    /// <summary>The process that runs now.</summary>
    public Gateway Gateway => world.Gateway;

    /// <summary>What survives.</summary>
    public Durable Durable => world.Durable;

    /// <summary>What happened, for whoever looks for the cause of a failure.</summary>
    public IReadOnlyList<string> Diary => diary;

    /// <summary>Writes what happens.</summary>
    public void Note(string what)
        => diary.Add($"{Durable.Clock.GetUtcNow():MM-dd HH:mm:ss.fff} {what}");

    /// <summary>0 to one less than that.</summary>
    public int Next(int below) => chance.Next(below);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => chance.Next(times) == 0;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> many) => many[chance.Next(many.Count)];

    /// <summary>One of the orders, or null when there are none.</summary>
    public Order? PickOrder()
        => Durable.Orders.Orders is { Count: > 0 } known ? Pick(known) : null;

    /// <summary>One of an order's trades, or null when there are none.</summary>
    public Trade? PickTrade(Order order)
        => Durable.Trades.Where(t => t.Number.Id == order.Id).ToList() is { Count: > 0 } trades
            ? Pick(trades)
            : null;

    /// <summary>What is sold for so much.</summary>
    public PaymentTerms Terms(long fen, TimeSpan lifetime)
        => new(
            Money.OfFen(fen), "Tea", Body: null, Attach: null,
            Durable.NotifyUrl.OriginalString, ReturnUrl: null, Product: null, lifetime);
}
