using System.Globalization;
using System.Text.Json;

namespace PayFunctions.Sdk;

/// <summary>What requests for batches share.</summary>
internal static class BatchBody
{
    private const int RowsMax = 10_000;
    private const int BytesMax = 4 * 1024 * 1024;

    /// <summary>The body; every wrong row is named.</summary>
    /// <exception cref="PayRequestException">Something is missing or invalid.</exception>
    public static ReadOnlyMemory<byte> Write<TRow>(
        string kind, string batchNo, IReadOnlyList<TRow> rows,
        Func<TRow, IEnumerable<PayFieldProblem>> problems, Action<TRow, Utf8JsonWriter> write)
    {
        var all = HoldBody.Problems(
            ("batch_no", HoldBody.IdProblem(batchNo)),
            ("rows", rows.Count is 0 or > RowsMax
                ? string.Create(CultureInfo.InvariantCulture, $"must be 1 to {RowsMax}")
                : null));
        all.AddRange(rows.SelectMany((row, at) => problems(row).Select(
            one => one with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"row {at + 1} {one.Name}"),
            })));
        PayRequestException.ThrowIfAny(kind, all);
        var body = HoldBody.Write(json =>
        {
            json.WriteString("batch_no", batchNo);
            json.WriteStartArray("rows");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                write(row, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
        PayRequestException.ThrowIfAny(kind, HoldBody.Problems(
            ("rows", body.Length > BytesMax ? "come to more than 4 MiB: send fewer" : null)));
        return body;
    }
}
