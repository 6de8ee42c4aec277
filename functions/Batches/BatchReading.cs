using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using PayFunctions.MerchantApi;

namespace PayFunctions.Batches;

/// <summary>
/// Reads the rows of a batch, from JSON or from CSV. All of them make sense, or the first that does
/// not is named with its number.
/// </summary>
internal static class BatchReading
{
    private const string BatchNo = "batch_no";
    private const string Rows = "rows";
    private const int MaxDepth = 4;

    /// <summary>Reads <c>{"batch_no":…,"rows":[…]}</c>.</summary>
    public static (string? BatchNo, IReadOnlyList<BatchRow>? Rows, ApiError? Error) OfJson(
        RowReading reading, string appId, ReadOnlyMemory<byte> body)
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
            var (read, error) = Read(
                reading, appId, number,
                rows.EnumerateArray().Select(row => FieldsOf(reading, row)));
            return (number, read, error);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, null, new ApiError(ApiErrorCode.BodyMalformed));
        }
    }

    /// <summary>Reads CSV in UTF-8 with a line of names; the batch is named beside it.</summary>
    public static (IReadOnlyList<BatchRow>? Rows, ApiError? Error) OfCsv(
        RowReading reading, string appId, string? batchNo, ReadOnlyMemory<byte> body)
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
                    reading.Names, StringComparer.Ordinal).Any()
                || csv.HeaderRecord!.Distinct(StringComparer.Ordinal).Count()
                    != csv.HeaderRecord!.Length
                    ? (null, new ApiError(ApiErrorCode.BodyMalformed, "the line of names"))
                    : Read(reading, appId, batchNo, RowsOf(csv));
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
    private static Dictionary<string, string>? FieldsOf(RowReading reading, JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in row.EnumerateObject())
        {
            var isNumber = string.Equals(
                member.Name, reading.Amount, StringComparison.Ordinal);
            if (!reading.Names.Contains(member.Name, StringComparer.Ordinal)
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
        RowReading reading, string appId, string? batchNo,
        IEnumerable<Dictionary<string, string>?> all)
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
        var before = new RowsBefore();
        foreach (var fields in all)
        {
            if (rows.Count == Batch.MaxRows)
            {
                return (null, new ApiError(ApiErrorCode.ParameterInvalid, Rows));
            }

            var number = rows.Count + 1;
            var (row, wrong) = fields is null
                ? (null, new ApiError(ApiErrorCode.BodyMalformed))
                : reading.Read(appId, number, fields, before);
            if (row is null)
            {
                return (null, wrong! with
                {
                    Subject = FormattableString
                        .Invariant($"row {number} {wrong.Subject}").TrimEnd(),
                });
            }

            rows.Add(before.With(row));
        }

        return rows.Count > 0
            ? (rows, null)
            : (null, new ApiError(ApiErrorCode.ParameterMissing, Rows));
    }
}
