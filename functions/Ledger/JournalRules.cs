using System.Collections.Immutable;
using PayFunctions.Orders;

namespace PayFunctions.Ledger;

/// <summary>What a move of an order is in the journals.</summary>
internal static class JournalRules
{
    /// <summary>How many days before are looked through for what came late.</summary>
    public const int LateDays = 3;

    /// <summary>The entry; null when no money moved.</summary>
    /// <param name="before">The order before; null when the move makes it.</param>
    /// <param name="after">The order after.</param>
    /// <param name="what">What happened.</param>
    /// <param name="now">When.</param>
    public static JournalEntry? Of(
        Order? before, Order after, OrderEvent what, DateTimeOffset now)
    {
        ImmutableArray<JournalLine> lines =
        [
            .. after.Attempts.SelectMany(attempt => OfAttempt(before, after, attempt)),
            .. after.Refunds.SelectMany(refund => OfRefund(before, after, refund)),
            .. after.Captures.SelectMany(capture => OfCapture(before, after, capture)),
        ];
        var postings = EntryRules.Of(before, after);
        return lines.IsEmpty && postings.IsEmpty
            ? null
            : new JournalEntry(
                after.Id.Value, after.Version, what.ToString(), now, after.AppId,
                after.OutTradeNo, lines, postings);
    }

    private static IEnumerable<JournalLine> OfAttempt(
        Order? before, Order after, Attempt attempt)
    {
        if (attempt.State == AttemptState.Succeeded && after.Terms.Agreement is null
            && before?.FindAttempt(attempt.Number)?.State != AttemptState.Succeeded)
        {
            yield return Line(
                after, attempt,
                after.Terms.Hold is not null ? JournalLineKind.Hold
                    : after.Payment?.Attempt == attempt.Number ? JournalLineKind.Payment
                    : JournalLineKind.ExtraPayment,
                after.Terms.Total.Fen);
        }
    }

    private static IEnumerable<JournalLine> OfRefund(Order? before, Order after, Refund refund)
    {
        var was = before?.FindRefund(refund.Number);
        if (after.FindAttempt(refund.Attempt) is not { } attempt || was?.State == refund.State)
        {
            yield break;
        }

        if (after.Terms.Hold is not null)
        {
            if (refund.State == RefundState.Succeeded)
            {
                yield return OfRefund(after, attempt, refund, JournalLineKind.HoldReleased);
            }

            yield break;
        }

        if (was is null)
        {
            yield return OfRefund(after, attempt, refund, JournalLineKind.RefundAccepted);
        }

        if (refund.State == RefundState.Failed)
        {
            yield return OfRefund(after, attempt, refund, JournalLineKind.RefundFailed);
        }
        else if (refund.State == RefundState.Succeeded)
        {
            yield return OfRefund(after, attempt, refund, JournalLineKind.RefundPaid);
        }
    }

    private static IEnumerable<JournalLine> OfCapture(
        Order? before, Order after, Capture capture)
    {
        if (capture.State == CaptureState.Succeeded && after.Terms.Hold is not null
            && before?.FindCapture(capture.Number)?.State != CaptureState.Succeeded
            && after.Payment is { } held && after.FindAttempt(held.Attempt) is { } attempt)
        {
            var line = Line(after, attempt, JournalLineKind.HoldCaptured, capture.Total.Fen);
            yield return line with { OutRequestNo = capture.OutTradeNo };
        }
    }

    private static JournalLine OfRefund(
        Order order, Attempt attempt, Refund refund, JournalLineKind kind)
        => Line(order, attempt, kind, refund.Total.Fen) with
        {
            RefundNumber = order.NumberOf(refund).ToString(),
            ChannelRefundNo = refund.ChannelRefundNo,
            OutRequestNo = refund.OutRequestNo,
        };

    private static JournalLine Line(
        Order order, Attempt attempt, JournalLineKind kind, long fen)
        => new(
            kind, attempt.Product, attempt.Account, order.NumberOf(attempt).ToString(), fen,
            attempt.ChannelTradeNo);
}
