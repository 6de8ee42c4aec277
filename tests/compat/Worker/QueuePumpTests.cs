using Azure.Core;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class QueuePumpTests(AzuriteFixture azurite)
{
    private static readonly Func<CancellationToken, Task> Fail =
        static _ => throw new InvalidOperationException("the handler failed");

    [Fact]
    public async Task A_message_that_succeeds_is_deleted()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync("TakeMessage");
        var sent = await bench.Queue.SendMessageAsync("{\"order\":\"中\"}");

        var message = await app.Probe.HearAsync<QueueMessage>();
        var deleted = await bench.Wire.NextAsync(RequestMethod.Delete);

        message.MessageText.ShouldBe("{\"order\":\"中\"}");
        message.MessageId.ShouldBe(sent.Value.MessageId);
        message.DequeueCount.ShouldBe(1);
        message.InsertedOn.ShouldBe(sent.Value.InsertionTime);
        (message.NextVisibleOn - message.InsertedOn)!.Value.ShouldBeInRange(
            TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.5));
        deleted.ShouldContain(sent.Value.MessageId);
        deleted.ShouldEndWith(" 204");
        (await bench.Queue.PeekMessagesAsync(1)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_fails_is_hidden_for_the_configured_time()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync(
            "TakeMessage", QueueBench.Queues(("visibilityTimeout", "00:00:45")), Fail);
        await bench.Queue.SendMessageAsync("x");

        await app.Probe.HearAsync<QueueMessage>();
        var hidden = await bench.Wire.NextAsync(RequestMethod.Put);

        hidden.ShouldContain("visibilitytimeout=45");
        (await bench.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
        (await bench.Queue.PeekMessagesAsync(1)).Value.ShouldBeEmpty();
        (await bench.Poison.ExistsAsync()).Value.ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_keeps_failing_is_moved_to_the_poison_queue_as_it_was()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync(
            "TakeMessage", QueueBench.Queues(("maxDequeueCount", "3")), Fail);
        await bench.Queue.SendMessageAsync("bad one");

        long[] counts =
        [
            (await app.Probe.HearAsync<QueueMessage>()).DequeueCount,
            (await app.Probe.HearAsync<QueueMessage>()).DequeueCount,
            (await app.Probe.HearAsync<QueueMessage>()).DequeueCount,
        ];
        await bench.Wire.NextAsync(RequestMethod.Delete);

        counts.ShouldBe([1, 2, 3]);
        var poison = (await bench.Poison.PeekMessagesAsync(2)).Value.ShouldHaveSingleItem();
        poison.MessageText.ShouldBe("YmFkIG9uZQ==");
        (poison.ExpiresOn - poison.InsertedOn).ShouldBe(TimeSpan.FromDays(7));
        (await bench.Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_message_taken_too_often_elsewhere_is_poison_without_a_run()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("x");
        await TakeAndGiveBackAsync(bench.Queue);
        await TakeAndGiveBackAsync(bench.Queue);
        await using var app = await bench.StartAsync(
            "TakeMessage", QueueBench.Queues(("maxDequeueCount", "2")));

        await bench.Wire.NextAsync(RequestMethod.Delete);

        app.Probe.Unheard.ShouldBe(0);
        (await bench.Poison.PeekMessagesAsync(2)).Value.Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_cannot_be_decoded_is_poison_without_a_run()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync("TakeMessage");

        await bench.Raw.SendMessageAsync("not base64 & <never> was");
        await bench.Wire.NextAsync(RequestMethod.Delete);

        app.Probe.Unheard.ShouldBe(0);
        (await bench.Poison.PeekMessageAsync()).Value.MessageText
            .ShouldBe("not base64 & <never> was");
    }

    [Fact]
    public async Task Without_an_encoding_the_text_is_the_body()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync(
            "TakeMessage", QueueBench.Queues(("messageEncoding", "none")));

        await bench.Raw.SendMessageAsync("plain <text>");

        (await app.Probe.HearAsync<QueueMessage>()).MessageText.ShouldBe("plain <text>");
    }

    [Fact]
    public async Task A_function_may_take_the_text_from_an_account_of_its_own()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync(
            "TakeText", new(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = "nonsense" });

        await bench.Queue.SendMessageAsync("hello");

        (await app.Probe.HearAsync<string>()).ShouldBe("TakeText hello");
    }

    [Fact]
    public async Task A_function_may_take_the_bytes()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await using var app = await bench.StartAsync("TakeData");

        await bench.Queue.SendMessageAsync(new BinaryData([0, 159, 255]));

        (await app.Probe.HearAsync<byte[]>()).ShouldBe([0, 159, 255]);
    }

    [Fact]
    public async Task A_missing_queue_is_looked_for_until_it_is_there()
    {
        var bench = await QueueBench.MakeAsync(azurite, exists: false);
        await using var app = await bench.StartAsync("TakeMessage");

        var missing = await bench.Wire.NextAsync(RequestMethod.Get);
        await bench.Queue.CreateAsync();
        await bench.Queue.SendMessageAsync("at last");

        missing.ShouldEndWith(" 404");
        (await app.Probe.HearAsync<QueueMessage>()).MessageText.ShouldBe("at last");
    }

    [Fact]
    public async Task A_failing_message_of_a_poison_queue_is_left_hidden_where_it_is()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Poison.CreateAsync();
        await using var app = await bench.StartAsync(
            "TakePoison",
            QueueBench.Queues(("maxDequeueCount", "1"), ("messageEncoding", "none")),
            Fail);
        await bench.Poison.SendMessageAsync("x");

        await app.Probe.HearAsync<QueueMessage>();
        await app.StopAsync();

        bench.Wire.All.ShouldAllBe(line => line.StartsWith("GET ", StringComparison.Ordinal));
        (await bench.Poison.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_running_message_is_renewed_and_the_newest_receipt_deletes_it()
    {
        var bench = await QueueBench.MakeAsync(azurite);
        await bench.Queue.SendMessageAsync("long");
        var clock = new ManualTimeProvider();
        var finish = new TaskCompletionSource();
        await using var app = await bench.StartAsync("TakeMessage", null, _ => finish.Task, clock);

        var message = await app.Probe.HearAsync<QueueMessage>();
        clock.Advance(TimeSpan.FromMinutes(5));
        var first = await bench.Wire.NextAsync(RequestMethod.Put);
        await clock.WhenArmedAsync(3);
        clock.Advance(TimeSpan.FromMinutes(5));
        var second = await bench.Wire.NextAsync(RequestMethod.Put);
        finish.SetResult();
        var deleted = await bench.Wire.NextAsync(RequestMethod.Delete);

        first.ShouldContain("visibilitytimeout=600");
        second.ShouldContain("visibilitytimeout=600");
        deleted.ShouldEndWith(" 204");
        deleted.ShouldNotContain(Uri.EscapeDataString(message.PopReceipt));
    }

    private static async Task TakeAndGiveBackAsync(QueueClient queue)
    {
        var taken = (await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1))).Value;
        await queue.UpdateMessageAsync(
            taken.MessageId, taken.PopReceipt, (string?)null, TimeSpan.Zero);
    }
}
