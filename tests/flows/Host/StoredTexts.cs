using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Everything that lies in a storage, as text.</summary>
internal static class StoredTexts
{
    private const int PeekMax = 32;

    /// <summary>Every column of every row of every table, and every message of every queue.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string storage)
    {
        List<string> texts = [];
        var tables = new TableServiceClient(storage);
        await foreach (var table in tables.QueryAsync())
        {
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                texts.Add($"{table.Name} {row.PartitionKey} {row.RowKey} " + string.Join(
                    ' ', row.Select(static c => $"{c.Key}={Text(c.Value)}")));
            }
        }

        var queues = new QueueServiceClient(storage);
        await foreach (var queue in queues.GetQueuesAsync())
        {
            var peeked = await queues.GetQueueClient(queue.Name).PeekMessagesAsync(PeekMax);
            texts.AddRange(peeked.Value.Select(
                m => $"{queue.Name} {m.MessageText} {Decoded(m.MessageText)}"));
        }

        return texts;
    }

    /// <summary>Base64 as the text it stands for; else nothing.</summary>
    public static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes.AsSpan(0, length))
            : "";
    }

    /// <summary>A request with the queue's message in it, which stands there in base64.</summary>
    public static string WithMessage(string body)
    {
        const string begin = "<MessageText>";
        var from = body.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = body.IndexOf("</MessageText>", StringComparison.Ordinal);
        return from >= begin.Length && to > from
            ? body + Decoded(body[from..to])
            : body;
    }

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes) + Encoding.UTF8.GetString(bytes),
        _ => $"{value}",
    };
}
