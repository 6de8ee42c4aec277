using PayFunctions.Orders;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>The channels' money against what the gateway's orders say.</summary>
internal sealed class MoneyCheck(Durable durable)
{
    /// <summary>No more goes back than came, and nothing is asked that makes no sense.</summary>
    public void HoldNow()
    {
        var now = durable.Clock.GetUtcNow();
        foreach (var channel in durable.Channels)
        {
            channel.Complaints.ShouldBeEmpty(channel.Habits.Name);
            foreach (var trade in channel.Trades)
            {
                var paid = trade.Stage == TradeStage.Paid ? trade.Total.Fen : 0;
                if (trade.GoneAt(now) > paid)
                {
                    throw new ShouldAssertException(
                        $"{trade.GoneAt(now)} of {paid} went back of {trade.Number}.");
                }
            }
        }
    }

    /// <summary>Every payment is known, and what is left of it is what the order says.</summary>
    public void HoldAtTheEnd(Order order)
    {
        var now = durable.Clock.GetUtcNow();
        var trades = durable.Trades.Where(t => t.Number.Id == order.Id).ToList();
        PaymentsAreKnown(order, trades);
        foreach (var attempt in order.Attempts)
        {
            var kept = attempt.State == AttemptState.Succeeded
                ? order.Terms.Total.Fen - order.RefundedOf(attempt.Number).Fen
                : 0;
            var trade = trades.Find(t => t.Number.Attempt == attempt.Number);
            kept.ShouldBe(
                trade?.KeptAt(now) ?? 0,
                $"money of attempt {attempt.Number} of {order.Id} ({order.State}): "
                    + string.Join("; ", order.Refunds));
            WhatIsOwedGoesBack(order, attempt, kept);
        }
    }

    private static void PaymentsAreKnown(Order order, List<Trade> trades)
    {
        var atChannel = trades.Where(static t => t.Stage == TradeStage.Paid)
            .Select(static t => t.Number.Attempt);
        int[] known =
        [
            .. order.Payment is { } payment ? [payment.Attempt] : Array.Empty<int>(),
            .. order.Refunds.Select(static r => r.Attempt),
        ];
        known.Distinct().Order().ShouldBe(atChannel.Order(), $"money of {order.Id}");
    }

    /// <summary>
    /// A success that is not the order's payment is given back, or humans were called because the
    /// channel refused again and again.
    /// </summary>
    private static void WhatIsOwedGoesBack(Order order, Attempt attempt, long kept)
    {
        if (attempt.State == AttemptState.Succeeded && order.Payment?.Attempt != attempt.Number
            && kept > 0)
        {
            order.Refunds.Count(
                r => r.Attempt == attempt.Number && r.State == RefundState.Failed)
                .ShouldBe(RefundRules.MaxOwnTries, $"attempt {attempt.Number} of {order.Id}");
        }
    }
}
