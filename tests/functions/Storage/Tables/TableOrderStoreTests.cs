using Azure.Data.Tables;
using PayFunctions.Orders;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

public sealed class TableOrderStoreTests(AzuriteFixture azurite) : OrderStoreSuite
{
    private static int writes;

    private protected override async Task<IOrderStore> OpenAsync()
        => await OpenAsync(new TableClientOptions());

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised_when_it_is_repeated()
    {
        var lost = new LoseAnswerPolicy();
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(lost, Azure.Core.HttpPipelinePosition.PerRetry);
        var store = await OpenAsync(options);
        var order = Fresh();
        await store.CommitAsync(Move(order, null), default);
        var read = (await store.FindAsync(order.Id, default))!;
        lost.Arm();

        var written = await store.CommitAsync(
            Move(order with { Version = 2 }, read.ETag, withNotice: true), default);

        lost.Lost.ShouldBe(1);
        written.ShouldNotBeNull().ETag
            .ShouldBe((await store.FindAsync(order.Id, default))!.ETag);
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_recognised_when_it_is_repeated()
    {
        var lost = new LoseAnswerPolicy();
        var options = new TableClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(lost, Azure.Core.HttpPipelinePosition.PerRetry);
        var store = await OpenAsync(options);
        lost.Arm();

        var written = await store.CommitAsync(Move(Fresh(), null), default);

        lost.Lost.ShouldBe(1);
        written.ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_move_comes_back_with_its_postings_and_no_other_row_does()
    {
        var store = await OpenAsync();
        var order = Fresh();
        var first = Move(order, null, withNotice: true);
        await store.CommitAsync(first, default);
        var read = (await store.FindAsync(order.Id, default))!;
        await store.CommitAsync(
            Move(order with { Version = 2, State = OrderState.Success }, read.ETag) with
            {
                Journal = null,
            },
            default);

        var entries = await new OrderEntryStore(await TablesAsync(new()))
            .FindAsync(order.Id, default);

        entries.Select(static e => (e.Version, e.Event, e.State)).ShouldBe(
            [(order.Version, "Created", order.State.ToString()), (2, "Created", "Success")]);
        entries[0].Postings.ShouldBe(first.Postings);
        entries[0].At.ShouldBe(An.Noon);
        entries[1].Postings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_row_as_it_was_stored_before_reads_as_the_same_order()
    {
        await OpenAsync();
        var table = await TableAsync();
        var id = OrderId.Of("shop", "golden");
        await table.UpsertEntityAsync(Golden(id), TableUpdateMode.Replace);

        var read = await new OrderStore(await TablesAsync(new()), DrawId).FindAsync(id, default);

        read!.Order.State.ShouldBe(OrderState.Success);
        read.Order.Payment.ShouldBe(new Payment(1, "T1", An.Noon));
        read.Order.Attempts.Single().ShouldBe(new Attempt(
            1, An.Product, An.Account, AttemptState.Succeeded, An.Noon, null, 2, "T1"));
    }

    /// <summary>Column names and spellings that rows of the first release have.</summary>
    private static TableEntity Golden(OrderId id) => new(id.Value, "order")
    {
        ["AppId"] = "shop",
        ["OutTradeNo"] = "golden",
        ["TotalFen"] = 100L,
        ["Currency"] = "CNY",
        ["Subject"] = "Tea",
        ["NotifyUrl"] = "https://shop.example/notify",
        ["LifetimeSeconds"] = 7200L,
        ["LateSuccess"] = "Revive",
        ["State"] = "Success",
        ["Version"] = 3,
        ["CreatedAt"] = An.Noon,
        ["Attempts"] = """
            [{"Number":1,"Product":"alipay_page","Account":"main","State":"Succeeded",
            "OpenedAt":"2026-01-02T12:00:00+00:00","Asks":2,"ChannelTradeNo":"T1"}]
            """,
        ["PaidAttempt"] = 1,
        ["ChannelTradeNo"] = "T1",
        ["PaidAt"] = An.Noon,
        ["WriteId"] = "w",
    };

    private async Task<IOrderStore> OpenAsync(TableClientOptions options)
    {
        await (await TableAsync()).CreateIfNotExistsAsync();
        return new OrderStore(await TablesAsync(options), DrawId);
    }

    private async Task<TableClient> TableAsync()
        => (await TablesAsync(new())).GetTableClient(StorageNames.Orders);

    private async Task<TableServiceClient> TablesAsync(TableClientOptions options)
        => new(await azurite.ConnectionStringAsync(), options);

    private static string DrawId() => $"w{Interlocked.Increment(ref writes)}";
}
