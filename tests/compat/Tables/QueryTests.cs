using System.Globalization;
using Azure;
using Azure.Data.Tables;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Filters, columns and pages.</summary>
public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_filter_picks_rows_and_a_selection_picks_columns()
    {
        var table = await FilledAsync(5);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {"p"} and Number ge {2L} and Number lt {4L}");

        var rows = await table.QueryAsync<TableEntity>(filter, select: ["RowKey", "Number"])
            .ToListAsync();

        rows.Select(row => row.GetInt64("Number")).ShouldBe([2L, 3L]);
        rows.ShouldAllBe(row => !row.ContainsKey("Name"));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_can_be_resumed()
    {
        var table = await FilledAsync(5);

        var pages = await table.QueryAsync<TableEntity>(maxPerPage: 2).AsPages().ToListAsync();
        var resumed = await table.QueryAsync<TableEntity>()
            .AsPages(pages[0].ContinuationToken, pageSizeHint: 1).FirstAsync();

        pages.Select(page => page.Values.Count).ShouldBe([2, 2, 1]);
        pages[2].ContinuationToken.ShouldBeNull();
        resumed.Values.ShouldHaveSingleItem().GetInt64("Number").ShouldBe(2);
    }

    [Fact]
    public async Task A_page_without_rows_is_not_the_end()
    {
        const string Next = "x-ms-continuation-NextPartitionKey: 1!4!cA--\n";
        const string Last = "x-ms-continuation-NextPartitionKey: 1!4!cQ--\n"
            + "x-ms-continuation-NextRowKey: 1!4!cg--\n";
        var transport = new ScriptedTransport(
            Answer(Next, ""), Answer(Last, ""),
            Answer("", "{\"PartitionKey\":\"q\",\"RowKey\":\"r\"}"));
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders", AzuriteTables.Over(transport));

        var rows = await table.QueryAsync<TableEntity>("PartitionKey ge 'p'", 10).ToListAsync();

        rows.ShouldHaveSingleItem().RowKey.ShouldBe("r");
        transport.Sent.Select(sent => Uri.UnescapeDataString(sent.Uri.Query)).ShouldBe(
        [
            "?$filter=PartitionKey ge 'p'&$top=10",
            "?$filter=PartitionKey ge 'p'&$top=10&NextPartitionKey=1!4!cA--",
            "?$filter=PartitionKey ge 'p'&$top=10&NextPartitionKey=1!4!cQ--&NextRowKey=1!4!cg--",
        ]);
    }

    [Fact]
    public async Task A_filter_the_service_does_not_understand_is_refused()
    {
        var table = await FilledAsync(1);

        var refused = await Should.ThrowAsync<RequestFailedException>(
            async () => await table.QueryAsync<TableEntity>("Number eq").ToListAsync());

        refused.Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_cancelled_query_stops()
    {
        var table = await FilledAsync(1);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        var query = table.QueryAsync<TableEntity>(cancellationToken: cancel.Token);
        var enumerated = table.QueryAsync<TableEntity>();

        await Should.ThrowAsync<OperationCanceledException>(
            async () => await query.ToListAsync());
        await Should.ThrowAsync<OperationCanceledException>(
            async () => await enumerated.ToListAsync(cancel.Token));
    }

    private static string Answer(string headers, string rows)
        => $"HTTP/1.1 200 OK\nContent-Type: application/json\n{headers}\n{{\"value\":[{rows}]}}";

    private async Task<TableClient> FilledAsync(int rows)
    {
        var table = await azurite.FreshTableAsync();
        for (var i = 0; i < rows; i++)
        {
            var id = i.ToString("D3", CultureInfo.InvariantCulture);
            await table.AddEntityAsync(
                new TableEntity("p", id) { ["Number"] = (long)i, ["Name"] = "n" });
        }

        return table;
    }
}
