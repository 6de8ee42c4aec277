using PayFunctions.Orders;
using PayFunctions.Storage;
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
        ["refunds asked for again at the channel"] = 0,
        ["orders that time closed"] = 0,
        ["orders the merchant closed"] = 0,
        ["orders that were cancelled"] = 0,
        ["payments"] = 0,
        ["payments at a till"] = 0,
        ["payments that a cancel gave back"] = 0,
        ["late payments that revived"] = 0,
        ["late payments that go back"] = 0,
        ["second payments that go back"] = 0,
        ["codes shown"] = 0,
        ["attempts ended"] = 0,
        ["questions without a verdict"] = 0,
        ["refunds asked for"] = 0,
        ["refunds asked about again"] = 0,
        ["refunds that reached the payer"] = 0,
        ["refunds that failed"] = 0,
    };

    /// <summary>Adds a world that has come to its end.</summary>
    public void Add(SimWorld world)
    {
        Add("crashes", world.Crashes);
        Add("refused or lost posts", world.Durable.Merchant.Posts.Count(
            static p => p.Reply != MerchantReply.Accept));
        Add(
            "refunds asked for again at the channel",
            world.Durable.Channels.Sum(static c => c.RefundDesk.Repeats));
        foreach (var order in world.Durable.Orders.Orders)
        {
            foreach (var move in world.Durable.Orders.MovesOf(order.Id))
            {
                Add(NameOf(move), 1);
            }

            Add(
                "payments at a till",
                order.Payment is { } paid
                    && order.FindAttempt(paid.Attempt)?.CodeDigest is not null ? 1 : 0);
        }
    }

    /// <summary>Everything on the list happened.</summary>
    public void ShouldHaveSeenEverything()
        => counts.Where(static c => c.Value == 0).Select(static c => c.Key).ShouldBeEmpty();

    /// <inheritdoc/>
    public override string ToString()
        => string.Join(", ", counts.Select(static c => $"{c.Key}: {c.Value}"));

    private static string? NameOf(OrderMove move) => move.Event switch
    {
        OrderEvent.Expired => "orders that time closed",
        OrderEvent.Closed => "orders the merchant closed",
        OrderEvent.Revoked => "orders that were cancelled",
        OrderEvent.RevokedPaid => "payments that a cancel gave back",
        OrderEvent.Paid => "payments",
        OrderEvent.Revived => "late payments that revived",
        OrderEvent.RefundOwed when move.Next.Refunds[^1].Origin == RefundOrigin.LateSuccess
            => "late payments that go back",
        OrderEvent.RefundOwed => "second payments that go back",
        OrderEvent.CodeShown => "codes shown",
        OrderEvent.AttemptEnded => "attempts ended",
        OrderEvent.AskedAgain => "questions without a verdict",
        OrderEvent.RefundRequested => "refunds asked for",
        OrderEvent.RefundAskedAgain => "refunds asked about again",
        OrderEvent.Refunded => "refunds that reached the payer",
        OrderEvent.RefundFailed => "refunds that failed",
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
