using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PayFunctions.MerchantApi;
using PayFunctions.Storage;

namespace PayFunctions.Batches;

/// <summary>The dialect of batches.</summary>
internal sealed class BatchCalls(CreateRefundBatch create, IBatchStore store)
{
    /// <summary>The largest body of a batch.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int RowsOnPage = 100;
    private const string Cursor = "cursor";
    private const string BatchNo = "batch_no";

    /// <summary><c>POST /v1/refund-batches</c>.</summary>
    public async Task<ApiAnswer> CreateAsync(
        VerifiedCall call, HttpRequest request, CancellationToken cancellation)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed)
            ? parsed.MediaType
            : null;
        var appId = call.Application.AppId;
        var (number, rows, error) = type switch
        {
            "application/json" => BatchReading.OfJson(appId, call.Body),
            "text/csv" => OfCsv(appId, request.Query[BatchNo], call.Body),
            _ => (null, null, new ApiError(ApiErrorCode.ContentTypeUnsupported)),
        };
        if (rows is null)
        {
            return ApiAnswer.Failed(error!);
        }

        var answer = await create.RunAsync(call.Application, number!, rows, cancellation);
        return answer.Batch is { } batch
            ? ApiAnswer.Done(
                BatchJson.Of(batch),
                answer.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK)
            : ApiAnswer.Failed(new ApiError(ApiErrorCode.BatchContentDiffers));
    }

    /// <summary><c>GET /v1/refund-batches/{batch_no}</c>.</summary>
    public async Task<ApiAnswer> ShowAsync(
        VerifiedCall call, string batchNo, CancellationToken cancellation)
    {
        if (await FindAsync(call, batchNo, cancellation) is not { } batch)
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

    /// <summary><c>GET /v1/refund-batches/{batch_no}/rows</c>.</summary>
    public async Task<ApiAnswer> ListAsync(
        VerifiedCall call, string batchNo, IQueryCollection parameters,
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

        if (await FindAsync(call, batchNo, cancellation) is not { } batch)
        {
            return NotFound();
        }

        var rows = await store
            .ReadFromAsync(
                batch, Math.Min(after / RefundBatch.RowsInChunk, batch.Chunks), cancellation)
            .SkipWhile(row => row.Number <= after)
            .Take(RowsOnPage + 1)
            .ToListAsync(cancellation);
        var json = new JsonObject
        {
            ["rows"] = new JsonArray([.. rows.Take(RowsOnPage).Select(BatchJson.Of)]),
        };
        PaymentJson.Add(
            json, "next_cursor",
            rows.Count > RowsOnPage
                ? rows[RowsOnPage - 1].Number.ToString(CultureInfo.InvariantCulture)
                : null);
        return ApiAnswer.Done(json);
    }

    private static (string?, IReadOnlyList<BatchRow>?, ApiError?) OfCsv(
        string appId, string? batchNo, ReadOnlyMemory<byte> body)
    {
        var (rows, error) = BatchReading.OfCsv(appId, batchNo, body);
        return (batchNo, rows, error);
    }

    private async Task<RefundBatch?> FindAsync(
        VerifiedCall call, string batchNo, CancellationToken cancellation)
        => TermsCheck.IsOutTradeNo(batchNo)
            ? (await store.FindAsync(call.Application.AppId, batchNo, cancellation))?.Batch
            : null;

    private static ApiAnswer NotFound()
        => ApiAnswer.Failed(new ApiError(ApiErrorCode.BatchNotFound));
}
