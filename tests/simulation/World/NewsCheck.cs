using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>What merchants are told.</summary>
internal sealed class NewsCheck(Durable durable)
{
    private static readonly TimeSpan TellWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RecordWithin = TimeSpan.FromSeconds(30);

    /// <summary>
    /// When an announcement must have made somebody tell the news; null when it was told once, or
    /// is planned.
    /// </summary>
    public DateTimeOffset? TellAt(Order order)
    {
        var untold = FileOf(order).Notices.Select(static n => n.Notice).FirstOrDefault(
            n => n.Attempts.IsEmpty && !IsPlanned(n.Id));
        return untold is null
            ? null
            : durable.Orders.MovesOf(order.Id)[untold.Id.Version - 1].At + TellWithin;
    }

    /// <summary>Every piece of news came to an end, and said what was true.</summary>
    public void HoldAtTheEnd(Order order)
    {
        var file = FileOf(order);
        var moves = durable.Orders.MovesOf(order.Id);
        file.Notices.Select(static n => n.Notice.Id).ShouldBe(
            moves.Where(static m => m.Notice is not null).Select(static m => m.Notice!.Id));
        foreach (var notice in file.Notices.Select(static n => n.Notice))
        {
            notice.State.ShouldNotBe(NoticeState.Pending, $"{notice.Id}");
            notice.NextAttemptAt.ShouldBeNull($"{notice.Id}");
            var posts = durable.Merchant.PostsOf(notice.Id.ToString());
            IsDeliveredAsAccepted(notice, posts);
            posts.Count.ShouldBeGreaterThanOrEqualTo(notice.Attempts.Count(
                static a => a.Status is not null), $"posts of {notice.Id}");
            posts.ShouldNotBeEmpty($"{notice.Id}");
            foreach (var post in posts)
            {
                Says(post, moves[notice.Id.Version - 1].Next, notice);
            }
        }
    }

    /// <summary>
    /// Nothing but trouble right after a merchant's word can keep it from being recorded.
    /// </summary>
    private void IsDeliveredAsAccepted(Notice notice, IReadOnlyList<MerchantPost> posts)
    {
        var accepted = posts.Where(static p => p.Reply == MerchantReply.Accept).ToList();
        if (notice.State == NoticeState.Delivered)
        {
            accepted.ShouldNotBeEmpty($"{notice.Id}");
        }
        else
        {
            accepted.ShouldAllBe(
                p => durable.Door.Troubles.Any(at => at >= p.At && at <= p.At + RecordWithin),
                $"{notice.Id}: {notice.State}");
        }
    }

    private static void Says(MerchantPost post, Order order, Notice notice)
    {
        post.Fields["transaction_id"].ShouldBe(order.Id.Value);
        post.Fields["notify_type"].ShouldBe(notice.Type);
        if (notice.Refund is not { } number)
        {
            post.Fields["trade_state"].ShouldBe("SUCCESS");
            return;
        }

        var refund = order.FindRefund(number).ShouldNotBeNull();
        post.Fields["refund_id"].ShouldBe(order.NumberOf(refund).ToString());
        post.Fields["refund_fee"].ShouldBe($"{refund.Total.Fen}");
        post.Fields["refund_state"].ShouldBe(
            refund.State switch
            {
                RefundState.Succeeded => "SUCCESS",
                RefundState.Failed => "CLOSED",
                RefundState.Abnormal => "ABNORMAL",
                _ => "an end",
            },
            $"{notice.Id}");
    }

    private bool IsPlanned(NotifyId id)
        => durable.Notices.Messages.Any(
            m => QueueText.ReadNotice(BinaryData.FromString(m.Body)).Id == id);

    private OrderFile FileOf(Order order)
        => durable.Orders.FindFileAsync(order.Id, default).GetAwaiter().GetResult()!;
}
