using System.Globalization;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables.Wire;

/// <summary>One page of rows or of tables.</summary>
internal sealed class Pages(TableRest rest)
{
    private const string NextPrefix = "x-ms-continuation-";
    private const string NextPartition = "NextPartitionKey";
    private const string NextRow = "NextRowKey";
    private const string NextTable = "NextTableName";

    public async ValueTask<Page<T>> RowsAsync<T>(
        bool isAsync, string table, string filter, string select, string token, int? size,
        CancellationToken cancel)
        where T : class, ITableEntity
    {
        // The service's keys hold no blank.
        var keys = token?.Split(' ', 2);
        var response = await rest.SendAsync(
            isAsync, RequestMethod.Get, $"{table}()",
            [
                ("$filter", filter), ("$select", select), ("$top", Top(size)),
                (NextPartition, OrNull(keys?[0])), (NextRow, OrNull(keys?.ElementAtOrDefault(1))),
            ],
            null, cancel);
        var next = Next(response, NextPartition) is { } partition
            ? $"{partition} {Next(response, NextRow)}"
            : null;
        return Page(response, EntityReader.Read<T>, next);
    }

    public async ValueTask<Page<TableItem>> TablesAsync(
        bool isAsync, string filter, string token, int? size, CancellationToken cancel)
    {
        var response = await rest.SendAsync(
            isAsync, RequestMethod.Get, "Tables",
            [("$filter", filter), ("$top", Top(size)), (NextTable, token)],
            null, cancel);
        return Page(
            response, row => new TableItem(row.GetProperty("TableName").GetString()),
            Next(response, NextTable));
    }

    private static Page<T> Page<T>(Response response, Func<JsonElement, T> read, string next)
    {
        using var document = JsonDocument.Parse(response.Content);
        T[] rows = [.. document.RootElement.GetProperty("value").EnumerateArray().Select(read)];
        return Azure.Page<T>.FromValues(rows, next, response);
    }

    private static string Next(Response response, string name)
        => response.Headers.TryGetValue(NextPrefix + name, out var value) ? OrNull(value) : null;

    private static string OrNull(string text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Top(int? size) => size?.ToString(CultureInfo.InvariantCulture);
}
