using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;

namespace PayFunctions.Reconciliation;

/// <summary>
/// Looks at the order of a bill's row that the day's journal does not have. A success that only the
/// channel knows is asked for and goes the ordinary road: the order moves, the merchant is told.
/// </summary>
internal sealed class ExplainRow(IOrderStore orders, AskChannel ask, IReconciliationStore store)
{
    private const string Foreign = "the number is none of ours";
    private const string NoOrder = "we have no such order";

    /// <summary>What it is, and what to remember of it.</summary>
    public Task<Explanation> RunAsync(
        ReconciliationRun run, BillRow row, CancellationToken cancellation)
        => row.Kind == BillRowKind.Payment
            ? PaymentAsync(run, row, cancellation)
            : RefundAsync(run, row, cancellation);

    private async Task<Explanation> PaymentAsync(
        ReconciliationRun run, BillRow row, CancellationToken cancellation)
    {
        if (!ChannelOrderNo.TryParse(row.OutTradeNo, out var number))
        {
            return Open(row, DifferenceKind.OnlyAtChannel, Foreign);
        }

        if (await orders.FindAsync(number.Id, cancellation) is not { } stored
            || stored.Order.FindAttempt(number.Attempt) is not { } attempt)
        {
            return Open(row, DifferenceKind.OnlyAtChannel, NoOrder);
        }

        if (row.Total != stored.Order.Terms.Total)
        {
            return Open(
                row, DifferenceKind.Amount, "on another day, if at all",
                stored.Order.Terms.Total.Fen);
        }

        if (attempt.State == AttemptState.Succeeded)
        {
            return await CrossedAsync(
                run, row, BillKey.Of(row), number.ToString(), stored.Order.Terms.Total.Fen,
                cancellation);
        }

        // Remembered first: a look that is cut off behind the question finds the order paid, and
        // would take it for one of another day.
        await store.CarryAsync(
            run, [Half(run, row, BillKey.Of(row)) with { IsRecovered = true }], cancellation);
        await ask.RunAsync(stored, attempt, cancellation);
        var now = (await orders.FindAsync(number.Id, cancellation))?.Order
            .FindAttempt(number.Attempt);
        return now?.State == AttemptState.Succeeded
            ? new Explanation(Recovered(row))
            : Open(
                row, DifferenceKind.OnlyAtChannel,
                "the channel's bill has it, but asked about it the channel does not say so");
    }

    private async Task<Explanation> RefundAsync(
        ReconciliationRun run, BillRow row, CancellationToken cancellation)
    {
        var number = await NumberOfAsync(row, cancellation);
        if (number is not { } known)
        {
            return Open(
                row,
                await HasPaymentAsync(row, cancellation)
                    ? DifferenceKind.OnlyAtChannel
                    : DifferenceKind.RefundWithoutPayment,
                "refunded at the channel, not through us");
        }

        if ((await orders.FindAsync(known.Id, cancellation))?.Order.FindRefund(known.Refund)
            is not { } refund)
        {
            return Open(row, DifferenceKind.RefundWithoutPayment, NoOrder);
        }

        return row.Total != refund.Total
            ? Open(row, DifferenceKind.Amount, "on another day, if at all", refund.Total.Fen)
            : refund.State is RefundState.Failed or RefundState.Abnormal
                ? Open(
                    row, DifferenceKind.State, $"{row.State} there, {refund.State} here",
                    refund.Total.Fen)
                : await CrossedAsync(
                    run, row, BillKey.OfRefund(known.ToString()), known.ToString(),
                    refund.Total.Fen, cancellation);
    }

    /// <summary>Our number of a refund; some bills have the channel's alone.</summary>
    private async Task<ChannelRefundNo?> NumberOfAsync(
        BillRow row, CancellationToken cancellation)
    {
        if (ChannelRefundNo.TryParse(row.OutRefundNo, out var number))
        {
            return number;
        }

        if (row.OutRefundNo is not null
            || !ChannelOrderNo.TryParse(row.OutTradeNo, out var payment)
            || (await orders.FindAsync(payment.Id, cancellation))?.Order is not { } order)
        {
            return null;
        }

        var refund = order.Refunds.FirstOrDefault(r => string.Equals(
            r.ChannelRefundNo, row.ChannelRefundNo, StringComparison.Ordinal));
        return refund is null ? null : order.NumberOf(refund);
    }

    private async Task<bool> HasPaymentAsync(BillRow row, CancellationToken cancellation)
        => ChannelOrderNo.TryParse(row.OutTradeNo, out var payment)
            && (await orders.FindAsync(payment.Id, cancellation))?.Order
                .FindAttempt(payment.Attempt)?.State == AttemptState.Succeeded;

    /// <summary>Ours is on another day: a day before that waits for it, or one to come. It goes by
    /// our number, whatever the bill calls it: so both days name the same thing.</summary>
    private async Task<Explanation> CrossedAsync(
        ReconciliationRun run, BillRow row, BillKey key, string number, long fen,
        CancellationToken cancellation)
    {
        var half = await store.FindCarriedAsync(run, key, cancellation);
        var open = BillMatch.Of(row, DifferenceKind.CrossedMidnight, fen, "") with
        {
            Number = number,
        };
        return CarriedRules.Of(half, run.Day, isOurs: false) switch
        {
            CarriedVerdict.New => new Explanation(open, Half(run, row, key)),
            CarriedVerdict.Waits or CarriedVerdict.Met when half!.IsRecovered
                => new Explanation(Recovered(row)),
            CarriedVerdict.Met => new Explanation(Explanation.Met(open, half!.MetOn!.Value)),
            CarriedVerdict.Meets => new Explanation(
                Explanation.Met(open, half!.Day), half with { MetOn = run.Day }, half),
            _ => new Explanation(open),
        };
    }

    private static Difference Recovered(BillRow row) => BillMatch.Of(
        row, DifferenceKind.OnlyAtChannel, null, "asked for and booked", isCleared: true);

    private static Explanation Open(
        BillRow row, DifferenceKind kind, string detail, long? ourFen = null)
        => new(BillMatch.Of(row, kind, ourFen, detail));

    private static Carried Half(ReconciliationRun run, BillRow row, BillKey key)
        => new(key, run.Day, IsOurs: false, row.Total.Fen);
}
