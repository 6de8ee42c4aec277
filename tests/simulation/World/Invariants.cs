using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>What must be true of the world, whatever happened to it.</summary>
internal sealed class Invariants(SimWorld world)
{
    /// <summary>One slow crossing of ten seconds, and whole seconds.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(65);

    private readonly Dictionary<OrderId, int> seen = [];
    private readonly Dictionary<OrderId, HistoryCheck> histories = [];
    private readonly MoneyCheck money = new(world.Durable);
    private readonly NewsCheck news = new(world.Durable);
    private readonly TillCheck till = new(world.Durable);

    private Durable Durable => world.Durable;

    /// <summary>True after every step.</summary>
    public void HoldNow()
    {
        Durable.Merchant.Complaints.ShouldBeEmpty();
        money.HoldNow();
        var messages = Durable.Movements.Messages.ToLookup(
            static m => QueueText.ReadMovement(BinaryData.FromString(m.Body)).Id);
        foreach (var order in Durable.Orders.Orders)
        {
            LookBack(order);
            SomebodyWillLook(order, messages[order.Id]);
            till.HoldNow(order);
        }
    }

    /// <summary>True once everything has happened.</summary>
    public async Task HoldAtTheEndAsync()
    {
        HoldNow();
        Durable.Movements.Messages.ShouldBeEmpty();
        Durable.Notices.Messages.ShouldBeEmpty();
        foreach (var order in Durable.Orders.Orders)
        {
            order.IsTerminal.ShouldBeTrue($"{order.Id} is {order.State} for ever");
            order.OpenAttempts().ShouldBeEmpty($"{order.Id}");
            order.OpenRefunds().ShouldBeEmpty($"{order.Id}");
            money.HoldAtTheEnd(order);
            news.HoldAtTheEnd(order);
        }

        await new JournalCheck(Durable).HoldAtTheEndAsync();

        await new AlarmCheck(Durable).HoldAtTheEndAsync();
    }

    /// <summary>
    /// No order makes more messages in an hour than what happened to it explains.
    /// </summary>
    public void NothingSpins()
    {
        const int always = 30;
        const int perStir = 12;
        var stirs = world.Stirs.ToLookup(static at => Hour(at));
        var begun = Durable.Orders.Orders
            .SelectMany(o => Durable.Orders.MovesOf(o.Id))
            .ToLookup(static m => Hour(m.At), MessagesOf);
        foreach (var hour in Durable.Movements.Sent.Concat(Durable.Notices.Sent)
            .GroupBy(static s => Hour(s.At)))
        {
            var happened = stirs[hour.Key].Count() + stirs[hour.Key - 1].Count();
            var expected = begun[hour.Key].Sum() + begun[hour.Key - 1].Sum();
            hour.Count().ShouldBeLessThanOrEqualTo(
                (always * Durable.Orders.Orders.Count) + (perStir * happened) + expected,
                $"messages in hour {hour.Key}, in which {happened} things happened");
        }
    }

    /// <summary>A payer at the till is asked about every few seconds, a refund for a while.
    /// </summary>
    private static int MessagesOf(OrderMove move)
    {
        const int forTheTill = 24;
        const int forRefund = 10;
        return move.Event switch
        {
            OrderEvent.AttemptOpened when move.Next.Attempts[^1].PollUntil is not null
                => forTheTill,
            OrderEvent.RefundRequested or OrderEvent.RefundOwed => forRefund,
            _ => 0,
        };
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other)
        => one > other ? one : other;

    private static long Hour(DateTimeOffset at) => at.Ticks / TimeSpan.TicksPerHour;

    private void LookBack(Order order)
    {
        if (seen.GetValueOrDefault(order.Id) == order.Version)
        {
            return;
        }

        if (!histories.TryGetValue(order.Id, out var history))
        {
            history = histories[order.Id] = new HistoryCheck();
        }

        history.Hold(Durable.Orders.MovesOf(order.Id));
        seen[order.Id] = order.Version;
    }

    private void SomebodyWillLook(Order order, IEnumerable<SimMessage> messages)
    {
        var due = news.TellAt(order);
        if (WakeUpSchedule.NextAt(order) is { } next && !(due < next))
        {
            due = next;
        }

        if (due is not { } at)
        {
            return;
        }

        var now = Durable.Clock.GetUtcNow();
        var latest = Later(at + Slack, now + LongestPutOff);
        if (!messages.Any(m => m.VisibleAt <= latest
            || (m.DequeueCount > 0 && m.VisibleAt <= now + SimWorld.Lease)))
        {
            throw new ShouldAssertException(
                $"Nobody looks at {order.Id} ({order.State}, {order.WakeUp}), due {at:O}, now "
                + $"{now:O}: {string.Join("; ", messages)}");
        }
    }
}
