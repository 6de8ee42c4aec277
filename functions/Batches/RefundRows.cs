using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>Rows that are refunds.</summary>
internal sealed class RefundRows(
    IOrderStore orders, RefundPayment refund, RefundQuestion question) : IBatchWork
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
            : RefundRules.WhyNot(
                order, new RequestRefund(row.OutRequestNo, Money.OfFen(row.Fen), row.Reason))
                is { } why
                    ? BatchCode.Of(why)
            : !question.CanRefund(order.FindAttempt(order.Payment!.Attempt)!)
                ? BatchCode.Unsupported
            : order.FindRefund(row.OutRequestNo) is null
                && order.RefundedOf(order.Payment.Attempt).Fen + row.BeforeFen + row.Fen
                    > order.Terms.Total.Fen
                    ? BatchCode.Of(OrderRefusal.RefundExceedsPayment)
                    : null;
    }

    /// <inheritdoc/>
    public async Task<BatchRow> DoAsync(
        Application application, BatchRow row, CancellationToken cancellation)
        => await refund.RunAsync(
            application, row.Id,
            new RequestRefund(row.OutRequestNo, Money.OfFen(row.Fen), row.Reason),
            cancellation) switch
        {
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

    /// <inheritdoc/>
    public async Task<BatchRow> LookAsync(
        Batch batch, BatchRow row, CancellationToken cancellation)
        => (await orders.FindAsync(row.Id, cancellation))?.Order.FindRefund(row.OutRequestNo)
            is { } refund
                ? Told(row, refund)
                : row;

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
