using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>One order's moves, from the first to the last.</summary>
internal sealed class HistoryCheck(Order order, IReadOnlyList<OrderMove> moves)
{
    /// <summary>What may happen to a closed or cancelled order that stays so.</summary>
    private static readonly OrderEvent[] AfterTheEnd =
    [
        OrderEvent.RefundOwed, OrderEvent.Refunded, OrderEvent.RefundFailed,
        OrderEvent.RefundAskedAgain,
    ];

    /// <summary>The same where a channel had an attempt that it cannot end.</summary>
    private static readonly OrderEvent[] AfterTheEndOfOthers =
    [
        .. AfterTheEnd, OrderEvent.AskedAgain, OrderEvent.AttemptEnded, OrderEvent.Revoked,
    ];

    /// <summary>All of it.</summary>
    public void Hold()
    {
        VersionsAreWhole();
        PaymentIsOne();
        EndIsTheEnd();
        for (var i = 1; i < moves.Count; i++)
        {
            AttemptsGoForward(moves[i - 1].Next, moves[i].Next);
            RefundsGoForward(moves[i - 1].Next, moves[i].Next);
            NewsIsMade(moves[i - 1].Next, moves[i]);
        }
    }

    private void VersionsAreWhole()
        => moves.Select(static m => m.Next.Version).ShouldBe(
            Enumerable.Range(1, order.Version), $"versions of {order.Id}");

    private void PaymentIsOne()
    {
        moves.Count(static m => m.Event is OrderEvent.Paid or OrderEvent.Revived)
            .ShouldBe(order.Payment is null ? 0 : 1, $"payments of {order.Id}");
        moves.Count(static m => m.Notice is { Type: Notice.PaymentType })
            .ShouldBe(order.Payment is null ? 0 : 1, $"notices of {order.Id}");
        moves.Count(static m => m.Event == OrderEvent.RefundOwed).ShouldBe(
            order.Refunds
                .Where(static r => r.Origin is RefundOrigin.LateSuccess
                    or RefundOrigin.SecondSuccess)
                .Select(static r => r.Attempt).Distinct().Count(),
            $"payments of {order.Id} that are owed");
    }

    private void EndIsTheEnd()
    {
        var isLeft = order.Attempts.Any(static a => a.Product.StartsWith(
            Habits.Bare.Name, StringComparison.Ordinal));
        foreach (var end in (OrderState[])[OrderState.Closed, OrderState.Revoked])
        {
            var ended = moves.SkipWhile(m => m.Next.State != end).Skip(1).ToList();
            ended.ShouldAllBe(
                m => m.Event == OrderEvent.Revived || m.Next.State == OrderState.Success
                    || (m.Next.State == end
                        && (isLeft ? AfterTheEndOfOthers : AfterTheEnd).Contains(m.Event)),
                $"{order.Id} after {end}: {Story}");
        }

        moves.SkipWhile(static m => m.Next.State != OrderState.Success)
            .ShouldAllBe(
                static m => m.Next.State == OrderState.Success, $"{order.Id}: {Story}");
    }

    private void AttemptsGoForward(Order before, Order after)
    {
        foreach (var attempt in before.Attempts)
        {
            var next = after.FindAttempt(attempt.Number).ShouldNotBeNull().State;
            var goes = next == attempt.State || attempt.State switch
            {
                AttemptState.Open => true,
                AttemptState.Ended => next == AttemptState.Succeeded,
                _ => false,
            };
            goes.ShouldBeTrue($"attempt {attempt.Number} of {order.Id}: {Story}");
        }
    }

    private void RefundsGoForward(Order before, Order after)
    {
        foreach (var refund in before.Refunds)
        {
            var now = after.FindRefund(refund.Number).ShouldNotBeNull();
            (now.Total, now.Attempt, now.OutRequestNo, now.Origin).ShouldBe(
                (refund.Total, refund.Attempt, refund.OutRequestNo, refund.Origin));
            var goes = now.State == refund.State || refund.State switch
            {
                RefundState.Processing => true,
                RefundState.Abnormal => now.State is RefundState.Succeeded or RefundState.Failed,
                _ => false,
            };
            goes.ShouldBeTrue($"refund {refund.Number} of {order.Id}: {Story}");
        }

        foreach (var attempt in after.Attempts)
        {
            after.RefundedOf(attempt.Number).Fen.ShouldBeLessThanOrEqualTo(
                attempt.State == AttemptState.Succeeded ? after.Terms.Total.Fen : 0,
                $"refunds of attempt {attempt.Number} of {order.Id}: {Story}");
        }

        after.Refunds.Where(static r => r.OutRequestNo is not null)
            .Select(static r => r.OutRequestNo).ShouldBeUnique($"numbers of {order.Id}");
    }

    /// <summary>Every end of a refund is news, once, unless the merchant never knew of the
    /// payment: then a cancel gave it back, and the cancel's answer says so.</summary>
    private void NewsIsMade(Order before, OrderMove move)
    {
        var ended = move.Next.Refunds
            .Where(r => r.State != RefundState.Processing
                && r.State != before.FindRefund(r.Number)?.State
                && (r.Origin != RefundOrigin.Cancel
                    || before.FindAttempt(r.Attempt)!.State == AttemptState.Succeeded))
            .Select(static r => (int?)r.Number);
        var told = move.Notice is { Type: Notice.RefundType, Refund: var number }
            ? [number]
            : Array.Empty<int?>();
        told.ShouldBe(ended, $"news of {order.Id} at {move.Next.Version}: {Story}");
    }

    private string Story => string.Join(
        ", ", moves.Select(static m => $"{m.Event}→{m.Next.State}"));
}
