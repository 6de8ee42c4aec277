using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PayFunctions.Host;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>
/// Goes on with a batch by one chunk: first every row is held against its order, then every row is
/// done, then the ends are looked for. The next message goes out before a chunk is recorded; a
/// chunk that is done twice moves once, for every row has a number of its own.
/// </summary>
internal sealed partial class BatchConsumer(
    IBatchStore store, IBatchQueue queue, IEnumerable<IBatchWork> works,
    ApplicationDirectory applications, IOptions<TroubleOptions> trouble, TimeProvider time,
    ILogger<BatchConsumer> logger)
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
        if (await store.FindAsync(
                message.Kind, message.AppId, message.BatchNo, cancellation)
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
    private async Task<Batch> CheckAsync(Batch batch, CancellationToken cancellation)
    {
        var work = WorkOf(batch);
        foreach (var row in await store.ReadAsync(batch, batch.NextChunk, cancellation))
        {
            if (await work.WhyNotAsync(batch, row, cancellation) is { } code)
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

    private IBatchWork WorkOf(Batch batch) => works.Single(w => w.Kind == batch.Kind);

    private async Task<Batch> ProcessAsync(
        Batch batch, CancellationToken cancellation)
    {
        var application = await applications.FindAsync(batch.AppId, cancellation)
            ?? throw new InvalidOperationException(
                $"Application {batch.AppId} of a batch is not registered.");
        var rows = await store.ReadAsync(batch, batch.NextChunk, cancellation);
        await store.WriteAsync(
            batch, batch.NextChunk,
            await WorkOf(batch).DoAsync(application, batch, rows, cancellation), cancellation);
        return Next(batch, BatchState.Settling);
    }

    private async Task<Batch> SettleAsync(
        Batch batch, CancellationToken cancellation)
    {
        var rows = await store.ReadAsync(batch, batch.NextChunk, cancellation);
        if (rows.Any(static row => !row.IsOver))
        {
            var looked = new List<BatchRow>();
            foreach (var row in rows)
            {
                looked.Add(row.IsOver
                    ? row
                    : await WorkOf(batch).LookAsync(batch, row, cancellation));
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

    private static Batch Next(Batch batch, BatchState then)
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
