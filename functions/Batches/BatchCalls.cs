using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>The dialect of batches.</summary>
internal sealed class BatchCalls(CreateBatch create, IBatchStore store)
{
    /// <summary>The largest body of a batch.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int RowsOnPage = 100;
    private const string Cursor = "cursor";
    private const string BatchNo = "batch_no";

    /// <summary><c>POST /v1/refund-batches</c>, <c>/v1/debit-batches</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        BatchKind kind, VerifiedCall call, HttpRequest request, CancellationToken cancellation)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType
            : null;
        var appId = call.Application.AppId;
        var reading = RowReading.Of(kind);
        var (number, rows, error) = type switch
        {
            "application/json" => BatchReading.OfJson(reading, appId, call.Body),
            "text/csv" => OfCsv(reading, appId, request.Query[BatchNo], call.Body),
            _ => (null, null, new ApiError(ApiErrorCode.ContentTypeUnsupported)),
        };
        if (rows is null)
        {
            return ApiAnswer.Failed(error!);
        }

        var answer = await create.RunAsync(
            kind, call.Application, number!, rows, cancellation);
        return answer.Batch is { } batch
            ? ApiAnswer.Done(
                BatchJson.Of(batch),
                answer.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.BatchContentDiffers));
    }

    /// <summary><c>GET /v1/refund-batches/{batch_no}</c>, <c>/v1/debit-batches/…</c>.</summary>
    public async Task<ApiAnswer> ShowAsync(
        BatchKind kind, VerifiedCall call, string batchNo, CancellationToken cancellation)
    {
        if (await FindAsync(kind, call, batchNo, cancellation) is not { } batch)
        {
            return NotFound();
        }

        var json = BatchJson.Of(batch);
        var sums = new BatchSums();
        await foreach (var row in store.ReadFromAsync(batch, 0, cancellation))
        {
            sums = sums.With(row);
        }

        BatchJson.Add(json, sums);
        return ApiAnswer.Done(json);
    }

    /// <summary><c>GET /v1/refund-batches/{batch_no}/rows</c>, <c>/v1/debit-batches/…</c>.
    /// </summary>
    public async Task<ApiAnswer> ListAsync(
        BatchKind kind, VerifiedCall call, string batchNo, IQueryCollection parameters,
        CancellationToken cancellation)
    {
        if (parameters.Keys.FirstOrDefault(static name => name is not Cursor) is { } unknown)
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, unknown));
        }

        var after = 0;
        if (parameters.ContainsKey(Cursor)
            && !int.TryParse(
                parameters[Cursor], NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return ApiAnswer.Failed(new ApiError(ApiErrorCode.ParameterInvalid, Cursor));
        }

        if (await FindAsync(kind, call, batchNo, cancellation) is not { } batch)
        {
            return NotFound();
        }

        var rows = await store
            .ReadFromAsync(
                batch, Math.Min(after / Batch.RowsInChunk, batch.Chunks), cancellation)
            .SkipWhile(row => row.Number <= after)
            .Take(RowsOnPage + 1)
            .ToListAsync(cancellation);
        var json = new JsonObject
        {
            ["rows"] = new JsonArray([.. rows.Take(RowsOnPage).Select(
                row => BatchJson.Of(batch.Kind, row))]),
        };
        PaymentJson.Add(
            json, "next_cursor",
            rows.Count > RowsOnPage
                ? rows[RowsOnPage - 1].Number.ToString(CultureInfo.InvariantCulture)
                : null);
        return ApiAnswer.Done(json);
    }

    private static (string?, IReadOnlyList<BatchRow>?, ApiError?) OfCsv(
        RowReading reading, string appId, string? batchNo, ReadOnlyMemory<byte> body)
    {
        var (rows, error) = BatchReading.OfCsv(reading, appId, batchNo, body);
        return (batchNo, rows, error);
    }

    private async Task<Batch?> FindAsync(
        BatchKind kind, VerifiedCall call, string batchNo, CancellationToken cancellation)
        => TermsCheck.IsOutTradeNo(batchNo)
            ? (await store.FindAsync(
                kind, call.Application.AppId, batchNo, cancellation))?.Batch
            : null;

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.BatchNotFound));
}
