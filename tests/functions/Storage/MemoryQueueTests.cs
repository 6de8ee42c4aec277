using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Storage;

/// <summary>The queue in memory keeps the promises of the service.</summary>
public sealed class MemoryQueueTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly MemoryQueue<string> queue;

    public MemoryQueueTests() => queue = new MemoryQueue<string>(clock);

    [Fact]
    public void A_message_is_hidden_for_whole_seconds_rounded_up()
    {
        queue.Send("later", TimeSpan.FromMilliseconds(1_200));

        clock.Advance(TimeSpan.FromMilliseconds(1_999));
        var early = queue.Receive(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var due = queue.Receive(TimeSpan.FromSeconds(30));

        early.ShouldBeNull();
        due.ShouldNotBeNull().Body.ShouldBe("later");
    }

    [Fact]
    public void A_message_that_nobody_deletes_comes_back_and_is_counted()
    {
        queue.Send("again", TimeSpan.Zero);
        queue.Receive(TimeSpan.FromSeconds(30)).ShouldNotBeNull().DequeueCount.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(30));
        var back = queue.Receive(TimeSpan.FromSeconds(30));

        back.ShouldNotBeNull().DequeueCount.ShouldBe(2);
    }

    [Fact]
    public void An_old_receipt_deletes_nothing()
    {
        var sent = queue.Send("once", TimeSpan.Zero);
        var received = queue.Receive(TimeSpan.FromSeconds(30)).ShouldNotBeNull();

        var byOld = queue.Delete(sent.MessageId, sent.PopReceipt);
        var byNew = queue.Delete(received.MessageId, received.PopReceipt);

        byOld.ShouldBeFalse();
        byNew.ShouldBeTrue();
        queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public void A_delay_that_the_service_refuses_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(
            () => queue.Send("never", TimeSpan.FromDays(8)));
    }
}
