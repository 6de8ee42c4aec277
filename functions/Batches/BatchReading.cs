using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using PayFunctions.MerchantApi;
using PayFunctions.Orders;

namespace PayFunctions.Batches;

/// <summary>
/// Reads the rows of a batch, from JSON or from CSV. All of them make sense, or the first that does
/// not is named with its number.
/// </summary>
internal static class BatchReading
{
    private const string BatchNo = "batch_no";
    private const string Rows = "rows";
    private const string OutRequestNo = "out_request_no";
    private const string OutTradeNo = "out_trade_no";
    private const string TransactionId = "transaction_id";
    private const string RefundFee = "refund_fee";
    private const string Reason = "reason";
    private const int MaxReasonLength = 80;
    private const int MaxDepth = 4;

    private static readonly string[] Names =
        [OutRequestNo, OutTradeNo, TransactionId, RefundFee, Reason];

    /// <summary>Reads <c>{"batch_no":…,"rows":[…]}</c>.</summary>
    public static (string? BatchNo, IReadOnlyList<BatchRow>? Rows, ApiError? Error) OfJson(
        string appId, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions
            {
                AllowDuplicateProperties = false,
                MaxDepth = MaxDepth,
            });
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || json.RootElement.EnumerateObject().Any(
                    static m => m.Name is not (BatchNo or Rows))
                || !json.RootElement.TryGetProperty(Rows, out var rows)
                || rows.ValueKind != JsonValueKind.Array)
            {
                return (null, null, new ApiError(ApiErrorCode.BodyMalformed));
            }

            var number = json.RootElement.TryGetProperty(BatchNo, out var named)
                && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            var (read, error) = Read(appId, number, rows.EnumerateArray().Select(FieldsOf));
            return (number, read, error);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null, new ApiError(ApiErrorCode.BodyMalformed));
        }
    }

    /// <summary>Reads CSV in UTF-8 with a line of names; the batch is named beside it.</summary>
    public static (IReadOnlyList<BatchRow>? Rows, ApiError? Error) OfCsv(
        string appId, string? batchNo, ReadOnlyMemory<byte> body)
    {
        try
        {
            using var csv = new CsvReader(
                new StreamReader(
                    new MemoryStream(body.ToArray()), new UTF8Encoding(false, true)),
                new CsvConfiguration(CultureInfo.InvariantCulture)
                {
                    DetectColumnCountChanges = true,
                });
            return !csv.Read() || !csv.ReadHeader() || csv.HeaderRecord!.Except(
                    Names, StringComparer.Ordinal).Any()
                || csv.HeaderRecord!.Distinct(StringComparer.Ordinal).Count()
                    != csv.HeaderRecord!.Length
                    ? (null, new ApiError(ApiErrorCode.BodyMalformed, "the line of names"))
                    : Read(appId, batchNo, RowsOf(csv));
        }
        catch (Exception e) when (e is CsvHelperException or DecoderFallbackException)
        {
            return (null, new ApiError(ApiErrorCode.BodyMalformed));
        }
    }

    private static IEnumerable<Dictionary<string, string>?> RowsOf(CsvReader csv)
    {
        while (csv.Read())
        {
            yield return csv.HeaderRecord!.ToDictionary(
                static name => name, name => csv.GetField(name) ?? "", StringComparer.Ordinal);
        }
    }

    /// <summary>A row's members as texts; null when it is no row.</summary>
    private static Dictionary<string, string>? FieldsOf(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
        {
            var isNumber = member.Name is RefundFee;
            if (!Names.Contains(member.Name, StringComparer.Ordinal)
                || member.Value.ValueKind
                    != (isNumber ? JsonValueKind.Number : JsonValueKind.String))
            {
                return null;
            }

            fields[member.Name] =
                isNumber ? member.Value.GetRawText() : member.Value.GetString()!;
        }

        return fields;
    }

    private static (IReadOnlyList<BatchRow>? Rows, ApiError? Error) Read(
        string appId, string? batchNo, IEnumerable<Dictionary<string, string>?> all)
    {
        if (string.IsNullOrEmpty(batchNo))
        {
            return (null, new ApiError(ApiErrorCode.ParameterMissing, BatchNo));
        }

        if (!TermsCheck.IsOutTradeNo(batchNo))
        {
            return (null, new ApiError(ApiErrorCode.ParameterInvalid, BatchNo));
        }

        var rows = new List<BatchRow>();
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var sums = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var fields in all)
        {
            if (rows.Count == RefundBatch.MaxRows)
            {
                return (null, new ApiError(ApiErrorCode.ParameterInvalid, Rows));
            }

            var (row, wrong) = RowOf(appId, rows.Count + 1, fields, numbers, sums);
            if (row is null)
            {
                return (null, wrong);
            }

            rows.Add(row);
        }

        return rows.Count > 0
            ? (rows, null)
            : (null, new ApiError(ApiErrorCode.ParameterMissing, Rows));
    }

    private static (BatchRow? Row, ApiError? Error) RowOf(
        string appId, int number, Dictionary<string, string>? fields, HashSet<string> numbers,
        Dictionary<string, long> sums)
    {
        if (fields is null)
        {
            return Wrong(ApiErrorCode.BodyMalformed, "");
        }

        var (request, trade, transaction, fee) = (
            Text(OutRequestNo), Text(OutTradeNo), Text(TransactionId), Text(RefundFee));
        var error = request is "" ? Wrong(ApiErrorCode.ParameterMissing, OutRequestNo)
            : fee is "" ? Wrong(ApiErrorCode.ParameterMissing, RefundFee)
            : trade is "" && transaction is ""
                ? Wrong(ApiErrorCode.ParameterMissing, $"{OutTradeNo} or {TransactionId}")
            : trade is not "" && transaction is not ""
                ? Wrong(ApiErrorCode.ParameterInvalid, $"{OutTradeNo} or {TransactionId}")
            : !TermsCheck.IsOutTradeNo(request) ? Wrong(ApiErrorCode.ParameterInvalid, OutRequestNo)
            : !numbers.Add(request) ? Wrong(ApiErrorCode.ParameterDuplicated, OutRequestNo)
            : trade is not "" && !TermsCheck.IsOutTradeNo(trade)
                ? Wrong(ApiErrorCode.ParameterInvalid, OutTradeNo)
            : TermsCheck.CheckText(fields, Reason, MaxReasonLength) is { } reason
                ? Wrong(reason.Code, Reason)
            : default;
        if (error.Error is not null)
        {
            return error;
        }

        if (!TermsCheck.TryFen(fee, out var fen))
        {
            return Wrong(ApiErrorCode.AmountInvalid, RefundFee);
        }

        if (transaction is not "" && !OrderId.TryParse(transaction, out _))
        {
            return Wrong(ApiErrorCode.OrderNotFound, "");
        }

        var order = trade is "" ? transaction : OrderId.Of(appId, trade).Value;
        var before = sums.GetValueOrDefault(order);
        sums[order] = before + fen;
        return (
            new BatchRow(number, order, request, fen, Text(Reason) is "" ? null : Text(Reason))
            {
                BeforeFen = before,
            },
            null);

        string Text(string name) => fields.GetValueOrDefault(name) ?? "";

        (BatchRow? Row, ApiError? Error) Wrong(ApiErrorCode code, string subject)
            => (null, new ApiError(
                code, FormattableString.Invariant($"row {number} {subject}").TrimEnd()));
    }
}
