using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>One row at a time, with and against its ETag.</summary>
public sealed class RowTests(AzuriteFixture azurite)
{
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    [Fact]
    public async Task A_row_that_was_added_is_read_back()
    {
        var table = await azurite.FreshTableAsync();

        var added = await table.AddEntityAsync(Order("o-1", 100));

        var row = (await table.GetEntityAsync<TableEntity>("shop", "o-1")).Value;
        added.Status.ShouldBe(204);
        (row.PartitionKey, row.RowKey, row.GetInt64("Fen")).ShouldBe(("shop", "o-1", 100L));
        row.ETag.ShouldBe(added.Headers.ETag!.Value);
        row.Timestamp.ShouldNotBeNull().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Adding_a_row_twice_conflicts()
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(Order("o-1", 100));

        var refused = await Refused(() => table.AddEntityAsync(Order("o-1", 200)));

        refused.Status.ShouldBe(409);
        (refused.ErrorCode == TableErrorCode.EntityAlreadyExists).ShouldBeTrue();
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_not_found()
    {
        var table = await azurite.FreshTableAsync();

        var refused = await Refused(() => table.GetEntityAsync<TableEntity>("shop", "none"));
        var found = await table.GetEntityIfExistsAsync<TableEntity>("shop", "none");

        refused.Status.ShouldBe(404);
        refused.ErrorCode.ShouldBe("ResourceNotFound");
        found.HasValue.ShouldBeFalse();
        found.GetRawResponse().Status.ShouldBe(404);
        Should.Throw<InvalidOperationException>(() => found.Value);
    }

    [Fact]
    public async Task A_row_that_is_there_has_a_value()
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(Order("o-1", 100));

        var found = await table.GetEntityIfExistsAsync<TableEntity>("shop", "o-1", ["Fen"]);

        found.HasValue.ShouldBeTrue();
        found.Value!.GetInt64("Fen").ShouldBe(100);
        found.Value.ContainsKey("State").ShouldBeFalse();
    }

    [Fact]
    public async Task A_write_to_a_table_that_is_not_there_says_so()
    {
        var table = (await azurite.TableServiceAsync()).GetTableClient(azurite.FreshName("none"));

        var refused = await Refused(() => table.AddEntityAsync(Order("o-1", 100)));

        (refused.Status, refused.ErrorCode).ShouldBe((404, "TableNotFound"));
    }

    [Fact]
    public async Task An_update_with_the_current_etag_passes_and_one_with_the_old_is_refused()
    {
        var table = await azurite.FreshTableAsync();
        var first = (await table.AddEntityAsync(Order("o-1", 100))).Headers.ETag!.Value;

        var second = await table.UpdateEntityAsync(Order("o-1", 200), first);
        var refused = await Refused(() => table.UpdateEntityAsync(Order("o-1", 300), first));

        second.Headers.ETag.ShouldNotBe(first);
        (refused.Status, refused.ErrorCode).ShouldBe((412, "UpdateConditionNotSatisfied"));
        var row = (await table.GetEntityAsync<TableEntity>("shop", "o-1")).Value;
        row.GetInt64("Fen").ShouldBe(200);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "new")]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Merging_keeps_what_the_update_does_not_name_and_replacing_drops_it(
        TableUpdateMode mode, string? state)
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(Order("o-1", 100));
        await table.UpsertEntityAsync(Order("o-2", 100), TableUpdateMode.Replace);

        await table.UpdateEntityAsync(
            new TableEntity("shop", "o-1") { ["Fen"] = 1L }, ETag.All, mode);
        await table.UpsertEntityAsync(new TableEntity("shop", "o-2") { ["Fen"] = 1L }, mode);

        foreach (var id in new[] { "o-1", "o-2" })
        {
            var row = (await table.GetEntityAsync<TableEntity>("shop", id)).Value;
            (row.GetInt64("Fen"), row.GetString("State")).ShouldBe((1L, state));
        }
    }

    [Fact]
    public async Task An_update_needs_a_row_and_an_etag()
    {
        var table = await azurite.FreshTableAsync();

        var missing = await Refused(() => table.UpdateEntityAsync(Order("none", 1), ETag.All));

        (missing.Status, missing.ErrorCode).ShouldBe((404, "ResourceNotFound"));
        await Should.ThrowAsync<ArgumentException>(
            () => table.UpdateEntityAsync(Order("o-1", 1), default));
    }

    [Fact]
    public async Task A_deletion_obeys_its_etag_and_finds_nothing_the_second_time()
    {
        var table = await azurite.FreshTableAsync();
        var current = (await table.AddEntityAsync(Order("o-1", 100))).Headers.ETag!.Value;

        var refused = await Refused(() => table.DeleteEntityAsync("shop", "o-1", Stale));
        var done = await table.DeleteEntityAsync("shop", "o-1", current);
        var again = await table.DeleteEntityAsync(Order("o-1", 100));

        (refused.Status, refused.ErrorCode).ShouldBe((412, "UpdateConditionNotSatisfied"));
        (done.Status, again.Status).ShouldBe((204, 404));
        again.IsError.ShouldBeFalse();
    }

    [Theory]
    [InlineData("O'Neil")]
    [InlineData("订单 42")]
    [InlineData("a:b;c,d=e&f+g(h)*!~")]
    [InlineData("50%25")]
    public async Task Keys_travel_as_they_are(string key)
    {
        var table = await azurite.FreshTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key) { ["Fen"] = 1L });

        await table.UpdateEntityAsync(new TableEntity(key, key) { ["Fen"] = 2L }, ETag.All);
        var row = (await table.GetEntityAsync<TableEntity>(key, key)).Value;
        var deleted = await table.DeleteEntityAsync(key, key);

        (row.PartitionKey, row.RowKey, row.GetInt64("Fen")).ShouldBe((key, key, 2L));
        deleted.Status.ShouldBe(204);
    }

    [Fact]
    public async Task The_blocking_methods_do_the_same()
    {
        var table = await azurite.FreshTableAsync();

        var added = table.AddEntity(Order("o-1", 100));
        table.UpdateEntity(Order("o-1", 200), added.Headers.ETag!.Value);
        table.UpsertEntity(Order("o-2", 300));
        var row = table.GetEntity<TableEntity>("shop", "o-1").Value;
        var rows = table.Query<TableEntity>(maxPerPage: 1).ToList();
        table.SubmitTransaction([new(TableTransactionActionType.Delete, Order("o-2", 0))]);
        var deleted = table.DeleteEntity("shop", "o-1");

        row.GetInt64("Fen").ShouldBe(200);
        rows.Select(r => r.RowKey).ShouldBe(["o-1", "o-2"]);
        deleted.Status.ShouldBe(204);
        table.GetEntityIfExists<TableEntity>("shop", "o-2").HasValue.ShouldBeFalse();
        Should.Throw<RequestFailedException>(() => table.GetEntity<TableEntity>("shop", "o-1"))
            .ErrorCode.ShouldBe("ResourceNotFound");
    }

    private static TableEntity Order(string id, long fen)
        => new("shop", id) { ["Fen"] = fen, ["State"] = "new" };

    private static Task<RequestFailedException> Refused(Func<Task> call)
        => call.ShouldThrowAsync<RequestFailedException>();
}
