using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>What must be true of the world, whatever happened to it.</summary>
internal sealed class Invariants(SimWorld world)
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan LongestPutOff = TimeSpan.FromSeconds(65);

    private readonly Dictionary<OrderId, int> seen = [];

    private Durable Durable => world.Durable;

    /// <summary>True after every step.</summary>
    public void HoldNow()
    {
        Durable.Merchant.Complaints.ShouldBeEmpty();
        foreach (var order in Durable.Orders.Orders)
        {
            if (seen.GetValueOrDefault(order.Id) != order.Version)
            {
                HistoryIsWhole(order);
                seen[order.Id] = order.Version;
            }

            SomebodyWillLook(order);
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
            MoneyIsAccountedFor(order);
            await MerchantKnowsAsync(order);
        }
    }

    /// <summary>
    /// No order makes more messages in an hour than what happened to it explains.
    /// </summary>
    public void NothingSpins()
    {
        const int always = 30;
        const int perStir = 12;
        var stirs = world.Stirs.ToLookup(static at => Hour(at));
        foreach (var hour in Durable.Movements.Sent.Concat(Durable.Notices.Sent)
            .GroupBy(static s => Hour(s.At)))
        {
            var happened = stirs[hour.Key].Count() + stirs[hour.Key - 1].Count();
            hour.Count().ShouldBeLessThanOrEqualTo(
                (always * Durable.Orders.Orders.Count) + (perStir * happened),
                $"messages in hour {hour.Key}, in which {happened} things happened");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other)
        => one > other ? one : other;

    private static long Hour(DateTimeOffset at) => at.Ticks / TimeSpan.TicksPerHour;

    private void HistoryIsWhole(Order order)
    {
        var moves = Durable.Orders.MovesOf(order.Id);
        moves.Select(static m => m.Next.Version).ShouldBe(
            Enumerable.Range(1, order.Version), $"versions of {order.Id}");
        moves.Count(static m => m.Event is OrderEvent.Paid or OrderEvent.Revived)
            .ShouldBe(order.Payment is null ? 0 : 1, $"payments of {order.Id}");
        moves.Count(static m => m.Notice is not null)
            .ShouldBe(order.Payment is null ? 0 : 1, $"notices of {order.Id}");
        order.RefundsDue.Select(static r => r.Attempt).ShouldBeUnique();
        var closed = moves.SkipWhile(static m => m.Next.State != OrderState.Closed).Skip(1);
        closed.ShouldAllBe(m => m.Event == OrderEvent.Revived
            || m.Event == OrderEvent.RefundOwed || m.Next.State == OrderState.Success);
        var paid = moves.SkipWhile(static m => m.Next.State != OrderState.Success);
        paid.ShouldAllBe(static m => m.Next.State == OrderState.Success);
    }

    private void SomebodyWillLook(Order order)
    {
        if (WakeUpSchedule.NextAt(order) is not { } due)
        {
            return;
        }

        var now = Durable.Clock.GetUtcNow();
        var mine = Durable.Movements.Messages
            .Where(m => QueueText.ReadMovement(BinaryData.FromString(m.Body)).Id == order.Id)
            .ToList();
        var latest = Later(due + Slack, now + LongestPutOff);
        mine.ShouldContain(
            m => m.VisibleAt <= latest
                || (m.DequeueCount > 0 && m.VisibleAt <= now + SimWorld.Lease),
            $"nobody looks at {order.Id} ({order.State}, {order.WakeUp}), due {due:O}, now "
                + $"{now:O}: {string.Join("; ", mine)}");
    }

    private void MoneyIsAccountedFor(Order order)
    {
        var atChannel = Durable.Channel.Trades
            .Where(t => t.Number.Id == order.Id && t.Stage == TradeStage.Paid)
            .Select(static t => t.Number.Attempt);
        int[] known =
        [
            .. order.Payment is { } payment ? [payment.Attempt] : Array.Empty<int>(),
            .. order.RefundsDue.Select(static r => r.Attempt),
        ];
        known.Order().ShouldBe(atChannel.Order(), $"money of {order.Id}");
    }

    private async Task MerchantKnowsAsync(Order order)
    {
        var file = (await Durable.Orders.FindFileAsync(order.Id, default)).ShouldNotBeNull();
        file.Notices.Count.ShouldBe(order.Payment is null ? 0 : 1);
        foreach (var notice in file.Notices.Select(static n => n.Notice))
        {
            notice.State.ShouldNotBe(NoticeState.Pending, $"{notice.Id}");
            notice.NextAttemptAt.ShouldBeNull($"{notice.Id}");
            var replies = Durable.Merchant.Posts
                .Where(p => string.Equals(
                    p.NotifyId, notice.Id.ToString(), StringComparison.Ordinal))
                .Select(static p => p.Reply)
                .ToList();
            replies.Contains(MerchantReply.Accept)
                .ShouldBe(notice.State == NoticeState.Delivered, $"{notice.Id}: {notice.State}");
            replies.Count.ShouldBeGreaterThanOrEqualTo(notice.Attempts.Count(
                static a => a.Status is not null), $"posts of {notice.Id}");
        }
    }
}
