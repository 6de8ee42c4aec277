using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PayFunctions.Platform;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>
/// Takes a batch: its rows are stored, its consumer is called, and then the batch is there. Cut off
/// anywhere before that, there is none; the same call again makes it.
/// </summary>
internal sealed class CreateBatch(IBatchStore store, IBatchQueue queue, TimeProvider time)
{
    /// <summary>Runs for rows that make sense by themselves.</summary>
    public async Task<BatchAnswer> RunAsync(
        BatchKind kind, Application application, string batchNo, IReadOnlyList<BatchRow> rows,
        CancellationToken cancellation)
    {
        var digest = DigestOf(rows);
        if (await store.FindAsync(kind, application.AppId, batchNo, cancellation)
            is { } known)
        {
            return Known(known.Batch, digest);
        }

        var now = time.GetUtcNow();
        var batch = new Batch
        {
            Kind = kind,
            AppId = application.AppId,
            BatchNo = batchNo,
            Digest = digest,
            CreatedAt = now,
            Rows = rows.Count,
            TotalFen = rows.Sum(static row => row.Fen),
        };
        var chunk = 0;
        foreach (var part in rows.Chunk(Batch.RowsInChunk))
        {
            await store.WriteAsync(batch, chunk++, part, cancellation);
        }

        await queue.PlanAsync(
            new BatchMessage(kind, application.AppId, batchNo, now), TimeSpan.Zero, cancellation);
        return await store.AddAsync(batch, cancellation) == CommitVerdict.Committed
            ? new BatchAnswer(batch, IsNew: true)
            : Known(
                (await store.FindAsync(kind, application.AppId, batchNo, cancellation))!.Batch,
                digest);
    }

    private static BatchAnswer Known(Batch batch, string digest)
        => new(
            string.Equals(batch.Digest, digest, StringComparison.Ordinal) ? batch : null,
            IsNew: false);

    private static string DigestOf(IReadOnlyList<BatchRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Order}\n{row.OutRequestNo}\n{row.Fen}\n{row.Reason}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
