using System.Collections.Immutable;
using PayFunctions.Notifications;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Simulation.Channel;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>One order's moves: each is looked at once, together with the one before it.</summary>
internal sealed class HistoryCheck
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

    private int looked;

    /// <summary>Looks at the moves that were made since it looked last.</summary>
    public void Hold(IReadOnlyList<OrderMove> moves)
    {
        for (; looked < moves.Count; looked++)
        {
            var fault = moves[looked].Next.Version != looked + 1
                ? "a version is missing"
                : looked == 0
                    ? moves[0].Event == OrderEvent.Created ? null : "it was never created"
                    : FaultOf(moves[looked - 1].Next, moves[looked]);
            fault.ShouldBeNull(fault is null ? "" : Story(moves));
        }
    }

    private static string? FaultOf(Order before, OrderMove move)
        => PaymentFault(before, move)
            ?? EndFault(before, move)
            ?? AttemptFault(before, move.Next)
            ?? RefundFault(before, move.Next)
            ?? OwedFault(before, move)
            ?? NewsFault(before, move);

    private static string? PaymentFault(Order before, OrderMove move)
    {
        var isPaid = move.Event is OrderEvent.Paid or OrderEvent.Revived;
        return isPaid != (before.Payment is null && move.Next.Payment is not null)
            ? "a payment without its event, or an event without its payment"
            : before.Payment is not null && before.Payment != move.Next.Payment
                ? "a payment changed"
            : isPaid != move.Notice is
            {
                Type: Notice.PaymentType or Notice.AuthorizationType or Notice.AgreementType,
            }
                ? "a payment without its news, or news without its payment"
            : null;
    }

    private static string? EndFault(Order before, OrderMove move)
    {
        var isLeft = before.Attempts.Any(static a => a.Product.StartsWith(
            Habits.Bare.Name, StringComparison.Ordinal));
        return before.State switch
        {
            OrderState.Success => move.Next.State == OrderState.Success
                ? null
                : "a paid order is paid no more",
            OrderState.Closed or OrderState.Revoked => move.Event == OrderEvent.Revived
                || (move.Next.State == before.State
                    && (isLeft ? AfterTheEndOfOthers : AfterTheEnd).Contains(move.Event))
                ? null
                : "an order that is over moved",
            _ => null,
        };
    }

    private static string? AttemptFault(Order before, Order after)
        => before.Attempts.Any(a => !GoesForward(a.State, after.FindAttempt(a.Number)?.State))
            ? "an attempt went back"
            : null;

    private static bool GoesForward(AttemptState before, AttemptState? after)
        => after == before || before switch
        {
            AttemptState.Open => after is not null,
            AttemptState.Ended => after == AttemptState.Succeeded,
            _ => false,
        };

    private static string? RefundFault(Order before, Order after)
    {
        if (before.Refunds.Any(r => after.FindRefund(r.Number) is not { } next
            || !GoesForward(r, next)))
        {
            return "a refund went back, or became another one";
        }

        if (after.Attempts.Any(a => after.RefundedOf(a.Number).Fen
            > (a.State == AttemptState.Succeeded ? after.Terms.Total.Fen : 0)))
        {
            return "more goes back than came";
        }

        var numbers = after.Refunds.Where(static r => r.OutRequestNo is not null)
            .Select(static r => r.OutRequestNo).ToList();
        return numbers.Distinct(StringComparer.Ordinal).Count() < numbers.Count
            ? "a number is two refunds"
            : null;
    }

    private static bool GoesForward(Refund before, Refund after)
        => (after.Total, after.Attempt, after.OutRequestNo, after.Origin)
            == (before.Total, before.Attempt, before.OutRequestNo, before.Origin)
            && (after.State == before.State || before.State switch
            {
                RefundState.Processing => true,
                RefundState.Abnormal
                    => after.State is RefundState.Succeeded or RefundState.Failed,
                _ => false,
            });

    /// <summary>A payment that is not the order's is owed once, and tried again if that failed.
    /// </summary>
    private static string? OwedFault(Order before, OrderMove move)
    {
        var made = move.Next.Refunds.Skip(before.Refunds.Length).Where(IsOwed).ToList();
        var isRight = (made, move.Event) switch
        {
            ([], not OrderEvent.RefundOwed) => true,
            ([var owed], OrderEvent.RefundOwed) => !Has(before.Refunds, owed.Attempt),
            ([var again], OrderEvent.RefundFailed) => Has(before.Refunds, again.Attempt),
            _ => false,
        };
        return isRight ? null : "what is owed is not owed once";

        static bool IsOwed(Refund refund)
            => refund.Origin is RefundOrigin.LateSuccess or RefundOrigin.SecondSuccess;

        static bool Has(ImmutableArray<Refund> refunds, int attempt)
            => refunds.Any(r => IsOwed(r) && r.Attempt == attempt);
    }

    /// <summary>
    /// Every end of a refund is news, once, unless the merchant never knew of the payment: then a
    /// cancel gave it back, and the cancel's answer says so; or it went with the last capture.
    /// </summary>
    private static string? NewsFault(Order before, OrderMove move)
    {
        var ended = move.Next.Refunds
            .Where(r => r.State != RefundState.Processing
                && r.State != before.FindRefund(r.Number)?.State
                && r.Origin != RefundOrigin.FinalCapture
                && (r.Origin != RefundOrigin.Cancel
                    || before.FindAttempt(r.Attempt)?.State == AttemptState.Succeeded))
            .Select(static r => r.Number);
        var isOfRefund = move.Notice?.Type is Notice.RefundType or Notice.ReleaseType;
        int[] told = isOfRefund && move.Notice?.Refund is { } number ? [number] : [];
        return told.SequenceEqual(ended) ? null : "the end of a refund is not told once";
    }

    private static string Story(IReadOnlyList<OrderMove> moves)
        => $"{moves[0].Next.Id}: " + string.Join(
            ", ", moves.Select(static m => $"{m.Event}→{m.Next.State}"));
}
