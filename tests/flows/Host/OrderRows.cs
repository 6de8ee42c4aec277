using Azure.Data.Tables;

namespace PayFunctions.Tests.Flows.Host;

/// <summary>Looks at an order's rows past the gateway.</summary>
internal static class OrderRows
{
    /// <summary>The row keys of an order, its notices and its events.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(string storage, string id)
    {
        var keys = new List<string>();
        await foreach (var row in Orders(storage).QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {id}")))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }

    /// <summary>The ETag of the order's own row.</summary>
    public static async Task<string> ETagAsync(string storage, string id)
        => (await Orders(storage).GetEntityAsync<TableEntity>(id, "order")).Value.ETag.ToString();

    private static TableClient Orders(string storage)
        => new TableServiceClient(storage).GetTableClient("orders");
}
