using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.World;

namespace PayFunctions.Tests.Simulation.Chaos;

/// <summary>
/// What random worlds went through: proof that they were in danger, for a simulation in which
/// nothing
/// happens proves nothing.
/// </summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal)
    {
        ["crashes"] = 0,
        ["refused or lost posts"] = 0,
        ["orders that time closed"] = 0,
        ["orders the merchant closed"] = 0,
        ["payments"] = 0,
        ["late payments that revived"] = 0,
        ["late payments that go back"] = 0,
        ["second payments that go back"] = 0,
        ["attempts ended"] = 0,
        ["questions without a verdict"] = 0,
    };

    /// <summary>Adds a world that has come to its end.</summary>
    public void Add(SimWorld world)
    {
        Add("crashes", world.Crashes);
        Add("refused or lost posts", world.Durable.Merchant.Posts.Count(
            static p => p.Reply != MerchantReply.Accept));
        foreach (var order in world.Durable.Orders.Orders)
        {
            foreach (var move in world.Durable.Orders.MovesOf(order.Id))
            {
                Add(NameOf(move.Event), 1);
            }

            foreach (var due in order.RefundsDue)
            {
                Add(
                    due.Reason == RefundReason.LateSuccess
                        ? "late payments that go back"
                        : "second payments that go back",
                    1);
            }
        }
    }

    /// <summary>Everything on the list happened.</summary>
    public void ShouldHaveSeenEverything()
        => counts.Where(static c => c.Value == 0).Select(static c => c.Key).ShouldBeEmpty();

    private static string? NameOf(OrderEvent how) => how switch
    {
        OrderEvent.Expired => "orders that time closed",
        OrderEvent.Closed => "orders the merchant closed",
        OrderEvent.Paid => "payments",
        OrderEvent.Revived => "late payments that revived",
        OrderEvent.AttemptEnded => "attempts ended",
        OrderEvent.AskedAgain => "questions without a verdict",
        _ => null,
    };

    private void Add(string? name, int count)
    {
        if (name is not null)
        {
            counts[name] += count;
        }
    }
}
