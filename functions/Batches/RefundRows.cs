using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>
/// Rows that are refunds. Each is sent by itself, or together with others where its account
/// prefers that.
/// </summary>
internal sealed class RefundRows(
    IOrderStore orders, BeginRefund begin, SendRefund send, FileRefunds file,
    RefundQuestion question, TimeProvider time) : IBatchWork
{
    /// <inheritdoc/>
    public BatchKind Kind => BatchKind.Refund;

    /// <inheritdoc/>
    public async Task<string?> WhyNotAsync(
        Batch batch, BatchRow row, CancellationToken cancellation)
    {
        var order = (await orders.FindAsync(row.Id, cancellation))?.Order;
        return order is null
                || !string.Equals(order.AppId, batch.AppId, StringComparison.Ordinal)
            ? BatchCode.Of(OrderRefusal.OrderNotFound)
            : RefundRules.WhyNot(order, WishOf(row)) is { } why ? BatchCode.Of(why)
            : !question.CanRefund(order.FindAttempt(order.Payment!.Attempt)!)
                ? BatchCode.Unsupported
            : order.FindRefund(row.OutRequestNo) is null
                && order.RefundedOf(order.Payment.Attempt).Fen + row.BeforeFen + row.Fen
                    > order.Terms.Total.Fen
                    ? BatchCode.Of(OrderRefusal.RefundExceedsPayment)
                    : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BatchRow>> DoAsync(
        Application application, Batch batch, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation)
    {
        var plan = new FilingPlan(batch, time.GetUtcNow());
        var filed = new List<RefundBegun>();
        var done = new List<BatchRow>();
        foreach (var row in rows)
        {
            if (row.Outcome is not null)
            {
                done.Add(row);
                continue;
            }

            var result = await begin.RunAsync(
                application, row.Id, WishOf(row),
                async attempt => plan.FilingOf(
                    await question.BatchSizeAsync(attempt, cancellation), attempt.Account, row),
                cancellation);
            if (result is RefundBegun { Refund.Filing: not null } begun)
            {
                filed.Add(begun);
                done.Add(Told(row, begun.Refund));
            }
            else
            {
                done.Add(await TellAsync(row, result, cancellation));
            }
        }

        foreach (var together in filed.GroupBy(static f => f.Refund.Filing!))
        {
            await file.RunAsync(together.Key, [.. together], cancellation);
        }

        return done;
    }

    /// <inheritdoc/>
    public async Task<BatchRow> LookAsync(
        Batch batch, BatchRow row, CancellationToken cancellation)
        => (await orders.FindAsync(row.Id, cancellation))?.Order.FindRefund(row.OutRequestNo)
            is { } refund
                ? Told(row, refund)
                : row;

    private async Task<BatchRow> TellAsync(
        BatchRow row, RefundResult result, CancellationToken cancellation) => result switch
        {
            RefundBegun begun => Told(row, (await send.RunAsync(begun, cancellation)).Refund),
            RefundKnown known => Told(row, known.Refund),
            RefundRefused refused => row with
            {
                Outcome = RowOutcome.Refused,
                Failure = BatchCode.Of(refused.Why),
            },
            _ => row with
            {
                Outcome = RowOutcome.Refused,
                Failure = BatchCode.Unsupported,
            },
        };

    private static RequestRefund WishOf(BatchRow row)
        => new(row.OutRequestNo, Money.OfFen(row.Fen), row.Reason);

    private static BatchRow Told(BatchRow row, Refund refund) => row with
    {
        Outcome = refund.State switch
        {
            RefundState.Succeeded => RowOutcome.Succeeded,
            RefundState.Processing => RowOutcome.Processing,
            _ => RowOutcome.Failed,
        },
        Failure = refund.Failure,
    };
}
