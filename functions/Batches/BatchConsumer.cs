using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Host;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;
using PayFunctions.Platform;
using PayFunctions.Refunds;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>
/// Goes on with a batch by one chunk: first every row is held against its order, then every row is
/// done, then the ends are looked for. The next message goes out before a chunk is recorded; a
/// chunk that is done twice refunds once, for every row has a number of its own.
/// </summary>
internal sealed partial class BatchConsumer(
    IBatchStore store, IBatchQueue queue, IOrderStore orders, ApplicationDirectory applications,
    RefundPayment refund, RefundQuestion question, IOptions<TroubleOptions> trouble,
    TimeProvider time, ILogger<BatchConsumer> logger)
{
    /// <summary>A batch that has not come after that long never will.</summary>
    public static readonly TimeSpan DropAfter = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>Handles one message; trouble that passes puts it off.</summary>
    public async Task RunAsync(BatchMessage message, CancellationToken cancellation)
    {
        try
        {
            await GoOnAsync(message, cancellation);
        }
        catch (Exception e) when (Trouble.IsPassing(e))
        {
            Log.PutOff(logger, e, message.AppId, message.BatchNo);
            await queue.PlanAsync(message, trouble.Value.Pause, cancellation);
        }
    }

    private async Task GoOnAsync(BatchMessage message, CancellationToken cancellation)
    {
        if (await store.FindAsync(message.AppId, message.BatchNo, cancellation)
            is not { } stored)
        {
            if (time.GetUtcNow() - message.AnnouncedAt < DropAfter)
            {
                await queue.PlanAsync(message, LookAgainAfter, cancellation);
            }

            return;
        }

        var batch = stored.Batch;
        var next = batch.State switch
        {
            BatchState.Checking => await CheckAsync(batch, cancellation),
            BatchState.Processing => await ProcessAsync(batch, cancellation),
            BatchState.Settling => await SettleAsync(batch, cancellation),
            _ => batch,
        };
        if (next == batch)
        {
            return;
        }

        if (next.State is BatchState.Checking or BatchState.Processing or BatchState.Settling)
        {
            await queue.PlanAsync(
                message with { AnnouncedAt = time.GetUtcNow() },
                next.State == BatchState.Settling && next.NextChunk == 0
                    ? BatchSchedule.DelayAfter(next.Looks)
                    : TimeSpan.Zero,
                cancellation);
        }

        await store.SaveAsync(stored with { Batch = next }, cancellation);
    }

    /// <summary>Nothing moves before every row could.</summary>
    private async Task<RefundBatch> CheckAsync(RefundBatch batch, CancellationToken cancellation)
    {
        foreach (var row in await store.ReadAsync(batch, batch.NextChunk, cancellation))
        {
            var order = (await orders.FindAsync(row.Id, cancellation))?.Order;
            if (WhyNot(batch, order, row) is { } code)
            {
                return batch with
                {
                    State = BatchState.Refused,
                    WrongRow = row.Number,
                    WrongCode = code,
                };
            }
        }

        return Next(batch, BatchState.Processing);
    }

    private string? WhyNot(RefundBatch batch, Order? order, BatchRow row)
        => order is null || !string.Equals(order.AppId, batch.AppId, StringComparison.Ordinal)
            ? CodeOf(OrderRefusal.OrderNotFound)
            : RefundRules.WhyNot(
                order, new RequestRefund(row.OutRequestNo, Money.OfFen(row.Fen), row.Reason))
                is { } why
                    ? CodeOf(why)
            : !question.CanRefund(order.FindAttempt(order.Payment!.Attempt)!) ? Unsupported
            : order.FindRefund(row.OutRequestNo) is null
                && order.RefundedOf(order.Payment.Attempt).Fen + row.BeforeFen + row.Fen
                    > order.Terms.Total.Fen
                    ? CodeOf(OrderRefusal.RefundExceedsPayment)
                    : null;

    private static string Unsupported
        => ApiErrorMap.Of(ApiErrorCode.CapabilityUnsupported).Code;

    private static string CodeOf(OrderRefusal why)
        => ApiErrorMap.Of(ApiError.Of(why).Code).Code;

    private async Task<RefundBatch> ProcessAsync(
        RefundBatch batch, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(batch.AppId, cancellation)
            ?? throw new InvalidOperationException(
                $"Application {batch.AppId} of a batch is not registered.");
        var rows = new List<BatchRow>();
        foreach (var row in await store.ReadAsync(batch, batch.NextChunk, cancellation))
        {
            rows.Add(row.Outcome is null ? await DoAsync(application, row, cancellation) : row);
        }

        await store.WriteAsync(batch, batch.NextChunk, rows, cancellation);
        return Next(batch, BatchState.Settling);
    }

    private async Task<BatchRow> DoAsync(
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
                Failure = CodeOf(refused.Why),
            },
            _ => row with
            {
                Outcome = RowOutcome.Refused,
                Failure = Unsupported,
            },
        };

    private async Task<RefundBatch> SettleAsync(
        RefundBatch batch, CancellationToken cancellation)
    {
        var rows = await store.ReadAsync(batch, batch.NextChunk, cancellation);
        if (rows.Any(static row => !row.IsOver))
        {
            var looked = new List<BatchRow>();
            foreach (var row in rows)
            {
                looked.Add(row.IsOver ? row : await LookAsync(row, cancellation));
            }

            await store.WriteAsync(batch, batch.NextChunk, looked, cancellation);
        }

        var next = Next(batch, BatchState.Settling);
        if (next.NextChunk > 0)
        {
            return next;
        }

        var isOver = await store.ReadFromAsync(batch, 0, cancellation)
            .AllAsync(static row => row.IsOver, cancellation);
        return isOver || next.Looks >= BatchSchedule.MaxLooks
            ? next with { State = BatchState.Done }
            : next with { Looks = next.Looks + 1 };
    }

    private async Task<BatchRow> LookAsync(BatchRow row, CancellationToken cancellation)
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

    private static RefundBatch Next(RefundBatch batch, BatchState then)
        => batch.NextChunk + 1 < batch.Chunks
            ? batch with { NextChunk = batch.NextChunk + 1 }
            : batch with { NextChunk = 0, State = then };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Batch {BatchNo} of {AppId} cannot go on now; it is put off.")]
        public static partial void PutOff(
            ILogger logger, Exception exception, string appId, string batchNo);
    }
}
