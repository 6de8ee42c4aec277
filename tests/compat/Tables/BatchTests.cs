using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Writes that are done together or not at all.</summary>
public sealed class BatchTests(AzuriteFixture azurite)
{
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    [Fact]
    public async Task Every_kind_of_action_is_done_and_answered_in_order()
    {
        var table = await azurite.FreshTableAsync();
        foreach (var id in new[] { "b", "c", "d" })
        {
            await table.AddEntityAsync(Row(id, "old"));
        }

        var answer = await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Row("a", "added 支付")),
            new(TableTransactionActionType.UpdateMerge, Row("b", "merged"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, Row("c", "replaced"), ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("p", "d")),
            new(TableTransactionActionType.UpsertMerge, Row("e'e", "upserted")),
            new(TableTransactionActionType.UpsertReplace, Row("f", "upserted")),
        ]);

        answer.GetRawResponse().Status.ShouldBe(202);
        answer.Value.Select(part => part.Status).ShouldAllBe(status => status == 204);
        answer.Value.Count.ShouldBe(6);
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        rows.Select(row => $"{row.RowKey} {row.GetString("State")}").ShouldBe(
            ["a added 支付", "b merged", "c replaced", "e'e upserted", "f upserted"]);
        answer.Value[0].Headers.ETag.ShouldBe(rows[0].ETag);
    }

    [Fact]
    public async Task One_refused_action_undoes_all_and_is_named()
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(Row("b", "old"));

        var failed = await Failed(table,
        [
            new(TableTransactionActionType.Add, Row("a", "new")),
            new(TableTransactionActionType.Add, Row("b", "new")),
            new(TableTransactionActionType.Add, Row("c", "new")),
        ]);

        (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex)
            .ShouldBe((409, "EntityAlreadyExists", 1));
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        rows.ShouldHaveSingleItem().GetString("State").ShouldBe("old");
    }

    [Theory]
    [InlineData(TableTransactionActionType.UpdateMerge)]
    [InlineData(TableTransactionActionType.UpdateReplace)]
    [InlineData(TableTransactionActionType.Delete)]
    public async Task A_stale_etag_refuses_the_batch(TableTransactionActionType type)
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(Row("a", "old"));

        var failed = await Failed(table,
        [
            new(TableTransactionActionType.Add, Row("b", "new")),
            new(type, Row("a", "new"), Stale),
        ]);

        failed.Status.ShouldBe(412);
        (failed.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied).ShouldBeTrue();
        failed.FailedTransactionActionIndex.ShouldBe(1);
        (await table.GetEntityIfExistsAsync<TableEntity>("p", "b")).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task The_current_etag_lets_the_batch_pass()
    {
        var table = await azurite.FreshTableAsync();
        var current = (await table.AddEntityAsync(Row("a", "old"))).Headers.ETag!.Value;

        var answer = await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpdateReplace, Row("a", "new"), current)]);

        var row = (await table.GetEntityAsync<TableEntity>("p", "a")).Value;
        row.GetString("State").ShouldBe("new");
        answer.Value.ShouldHaveSingleItem().Headers.ETag.ShouldBe(row.ETag);
    }

    [Fact]
    public async Task A_hundred_rows_pass_and_one_more_is_refused_by_the_service()
    {
        var table = await azurite.FreshTableAsync();

        var answer = await table.SubmitTransactionAsync(Adds("a", 100));
        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(Adds("b", 101)));

        answer.Value.Count.ShouldBe(100);
        (refused.Status, refused.ErrorCode).ShouldBe((400, "InvalidInput"));
        var count = await table.QueryAsync<TableEntity>(select: ["RowKey"]).CountAsync();
        count.ShouldBe(100);
    }

    [Fact]
    public async Task A_batch_for_no_table_is_refused_with_the_services_code()
    {
        var service = await azurite.TableServiceAsync();
        var table = service.GetTableClient(azurite.FreshName("none"));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.SubmitTransactionAsync(Adds("a", 2)));

        (refused.Status, refused.ErrorCode).ShouldBe((404, "TableNotFound"));
    }

    [Fact]
    public async Task An_empty_batch_is_not_sent()
    {
        var table = new TableClient("UseDevelopmentStorage=true", "never");

        await Should.ThrowAsync<InvalidOperationException>(
            () => table.SubmitTransactionAsync([]));
        await Should.ThrowAsync<ArgumentNullException>(
            () => table.SubmitTransactionAsync(null!));
    }

    [Fact]
    public async Task A_batch_is_sent_again_as_it_was()
    {
        var existing = await azurite.FreshTableAsync();
        var transport = new ScriptedTransport("HTTP/1.1 503 Server Busy\nRetry-After: 0\n\n");
        var table = new TableClient(
            await azurite.ConnectionStringAsync(), existing.Name, AzuriteTables.Over(transport));

        await table.SubmitTransactionAsync(Adds("a", 2));

        var sent = transport.Sent[0];
        transport.Sent.Select(s => s.Body).ShouldBe([sent.Body, sent.Body]);
        sent.Uri.AbsolutePath.ShouldEndWith("/$batch");
        sent.Headers["Content-Type"].ShouldStartWith("multipart/mixed; boundary=batch_");
        sent.Body.ShouldContain("Prefer: return-no-content\r\n");
        sent.Body.ShouldContain("\r\n\r\n{\"PartitionKey\":\"p\",\"RowKey\":\"a0\"");
    }

    private static TableEntity Row(string id, string state) => new("p", id) { ["State"] = state };

    private static IEnumerable<TableTransactionAction> Adds(string prefix, int count)
        => Enumerable.Range(0, count).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add,
            Row(prefix + i.ToString(CultureInfo.InvariantCulture), "new")));

    private static Task<TableTransactionFailedException> Failed(
        TableClient table, IEnumerable<TableTransactionAction> actions)
        => Should.ThrowAsync<TableTransactionFailedException>(
            () => table.SubmitTransactionAsync(actions));
}
