using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One write to one row, sent alone or as a part of a batch.</summary>
/// <param name="Method">PATCH merges, PUT replaces.</param>
/// <param name="Path">Below the service's endpoint, escaped.</param>
/// <param name="IfMatch">The expected ETag; null expects nothing.</param>
/// <param name="Body">The row as JSON; empty for a deletion.</param>
internal sealed record RowRequest(
    RequestMethod Method, string Path, string IfMatch, ReadOnlyMemory<byte> Body)
{
    public const string Json = "application/json";

    /// <summary>The headers of the row's own, in a batch as alone.</summary>
    public IEnumerable<(string Name, string Value)> Headers
    {
        get
        {
            yield return ("Accept", TableRest.Accept);
            yield return ("DataServiceVersion", "3.0");
            if (IfMatch is not null)
            {
                yield return ("If-Match", IfMatch);
            }

            if (Method == RequestMethod.Post)
            {
                yield return ("Prefer", "return-no-content");
            }

            if (!Body.IsEmpty)
            {
                yield return ("Content-Type", Json);
            }
        }
    }

    public static RowRequest Add(string table, ITableEntity entity)
    {
        CheckKeys(entity);
        return new(RequestMethod.Post, table, null, EntityWriter.Write(entity));
    }

    /// <summary>An update; without an expected ETag it inserts what is not there.</summary>
    public static RowRequest Write(
        string table, ITableEntity entity, TableUpdateMode mode, ETag expected)
    {
        CheckKeys(entity);
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Not a mode: {mode}", nameof(mode)),
        };
        return new(
            method, RowPath(table, entity.PartitionKey, entity.RowKey),
            expected == default ? null : expected.ToString(), EntityWriter.Write(entity));
    }

    /// <summary>A deletion; without an expected ETag it takes any.</summary>
    public static RowRequest Delete(
        string table, string partitionKey, string rowKey, ETag expected)
        => new(
            RequestMethod.Delete, RowPath(table, partitionKey, rowKey),
            (expected == default ? ETag.All : expected).ToString(), default);

    public static RowRequest Of(string table, TableTransactionAction action)
        => action.ActionType switch
        {
            TableTransactionActionType.Add => Add(table, action.Entity),
            TableTransactionActionType.UpdateMerge
                => Write(table, action.Entity, TableUpdateMode.Merge, action.ETag),
            TableTransactionActionType.UpdateReplace
                => Write(table, action.Entity, TableUpdateMode.Replace, action.ETag),
            TableTransactionActionType.UpsertMerge
                => Write(table, action.Entity, TableUpdateMode.Merge, default),
            TableTransactionActionType.UpsertReplace
                => Write(table, action.Entity, TableUpdateMode.Replace, default),
            TableTransactionActionType.Delete
                => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
            _ => throw new InvalidOperationException($"Not an action: {action.ActionType}"),
        };

    public static string RowPath(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')";
    }

    private static string Key(string key) => Uri.EscapeDataString(ODataFilter.Escape(key));

    private static void CheckKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity));
    }
}
