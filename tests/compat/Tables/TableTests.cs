using Azure;
using Azure.Data.Tables;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Tables;

/// <summary>Tables as such.</summary>
public sealed class TableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_table_is_created_listed_and_deleted()
    {
        var service = await azurite.TableServiceAsync();
        var name = azurite.FreshName("made");

        var created = await service.CreateTableAsync(name);
        var listed = await service.QueryAsync($"TableName eq '{name}'").ToListAsync();
        var deleted = await service.DeleteTableAsync(name);
        var again = await service.DeleteTableAsync(name);

        created.Value.Name.ShouldBe(name);
        listed.ShouldHaveSingleItem().Name.ShouldBe(name);
        (deleted.Status, again.Status).ShouldBe((204, 404));
        service.Query($"TableName eq '{name}'").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_that_is_there_is_no_error_only_for_those_who_say_so()
    {
        var table = await azurite.FreshTableAsync();

        var refused = await Should.ThrowAsync<RequestFailedException>(() => table.CreateAsync());
        var there = await table.CreateIfNotExistsAsync();
        var thereToo = (await azurite.TableServiceAsync()).CreateTableIfNotExists(table.Name);

        (refused.Status, refused.ErrorCode).ShouldBe((409, "TableAlreadyExists"));
        there.Value.Name.ShouldBe(table.Name);
        there.GetRawResponse().Status.ShouldBe(409);
        thereToo.GetRawResponse().Status.ShouldBe(409);
    }

    [Fact]
    public async Task A_table_in_deletion_is_an_error_for_all()
    {
        var transport = new ScriptedTransport(
            """
            HTTP/1.1 409 Conflict
            Content-Type: application/json

            {"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en","value":"Wait."}}}
            """);
        var table = new TableClient(
            "UseDevelopmentStorage=true", "orders", AzuriteTables.Over(transport));

        var refused = await Should.ThrowAsync<RequestFailedException>(
            () => table.CreateIfNotExistsAsync());

        (refused.Status, refused.ErrorCode).ShouldBe((409, "TableBeingDeleted"));
    }

    [Fact]
    public async Task Tables_are_listed_page_by_page()
    {
        var service = await azurite.TableServiceAsync();
        var prefix = azurite.FreshName("paged");
        string[] names = [$"{prefix}a", $"{prefix}b", $"{prefix}c"];
        foreach (var name in names)
        {
            await service.CreateTableAsync(name);
        }

        var filter = $"TableName ge '{prefix}a' and TableName le '{prefix}z'";
        var pages = await service.QueryAsync(filter, maxPerPage: 2).AsPages().ToListAsync();

        pages.Count.ShouldBeGreaterThan(1);
        pages.SelectMany(page => page.Values).Select(t => t.Name).ShouldBe(names);
    }

    [Fact]
    public async Task A_table_knows_where_it_is()
    {
        var service = await azurite.TableServiceAsync();

        var table = service.GetTableClient("orders");

        table.Name.ShouldBe("orders");
        table.AccountName.ShouldBe("devstoreaccount1");
        service.AccountName.ShouldBe("devstoreaccount1");
        table.Uri.ShouldBe(new Uri($"{await azurite.TableUriAsync()}/orders"));
        service.Uri.ShouldBe(await azurite.TableUriAsync());
    }
}
