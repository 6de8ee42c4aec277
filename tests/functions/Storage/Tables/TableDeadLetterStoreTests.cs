using Azure.Data.Tables;
using Azure.Storage.Queues;
using PayFunctions.Storage;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Storage;

public sealed class TableDeadLetterStoreTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_letter_is_found_until_it_is_forgotten()
    {
        var tables = new TableServiceClient(await azurite.ConnectionStringAsync());
        await tables.GetTableClient(StorageNames.DeadLetters).CreateIfNotExistsAsync();
        var store = new DeadLetterStore(tables);
        var letter = new DeadLetter("id-1", "of-this-test", "{\"茶\":1}", 7, An.Noon);
        await store.KeepAsync(letter, default);
        await store.KeepAsync(letter, default);

        var found = await store.FindAsync(letter.Queue, letter.Id, default);
        var elsewhere = await store.FindAsync("of-another", letter.Id, default);
        await store.RemoveAsync(letter, default);
        await store.RemoveAsync(letter, default);

        found.ShouldBe(letter);
        elsewhere.ShouldBeNull();
        (await store.FindAsync(letter.Queue, letter.Id, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_letter_reads_in_its_queue_as_it_did_before_and_never_ages_away()
    {
        var queues = new QueueServiceClient(
            await azurite.ConnectionStringAsync(),
            new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        var queue = queues.GetQueueClient("returned-letters");
        await queue.CreateIfNotExistsAsync();

        await new ReturnQueueStore(queues).ReturnAsync(
            new DeadLetter("id-1", queue.Name, "{\"茶\":1}", 7, An.Noon), default);

        var message = (await queue.ReceiveMessageAsync()).Value;
        message.Body.ToString().ShouldBe("{\"茶\":1}");
        message.ExpiresOn.ShouldNotBeNull().Year.ShouldBe(9999);
    }
}
