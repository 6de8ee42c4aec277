using Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues;
using Microsoft.Azure.Functions.Worker.Runtime;

namespace PayFunctions.Tests.Compat.Worker;

public sealed class PollingBackOffTests
{
    private static readonly Chance Least = new(static bytes => bytes.Clear());
    private static readonly Chance Most = new(static bytes => bytes.Fill(255));

    [Fact]
    public void The_wait_doubles_up_to_its_limit()
    {
        var halfway = new Chance(static bytes => bytes.Fill(0x7F));
        var backOff = new PollingBackOff(TimeSpan.FromSeconds(2), halfway);

        int[] waits = [.. Enumerable.Range(0, 7).Select(_ => Milliseconds(backOff.Next()))];

        waits.ShouldBe([100, 200, 400, 799, 1599, 2000, 2000]);
    }

    [Fact]
    public void A_message_begins_it_again()
    {
        var backOff = new PollingBackOff(TimeSpan.FromMinutes(1), Least);
        backOff.Next();
        backOff.Next();

        backOff.Found();

        backOff.Next().ShouldBe(PollingBackOff.Shortest);
    }

    [Fact]
    public void Chance_spreads_it_by_a_fifth()
    {
        Milliseconds(Third(Least)).ShouldBe(340);
        Milliseconds(Third(Most)).ShouldBe(460);
    }

    [Fact]
    public void A_queue_empty_for_ever_never_waits_longer_than_the_limit()
    {
        var backOff = new PollingBackOff(TimeSpan.FromDays(1), Most);

        for (var look = 0; look < 1000; look++)
        {
            backOff.Next().ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(1));
        }
    }

    private static TimeSpan Third(Chance chance)
    {
        var backOff = new PollingBackOff(TimeSpan.FromMinutes(1), chance);
        backOff.Next();
        backOff.Next();
        return backOff.Next();
    }

    private static int Milliseconds(TimeSpan wait) => (int)Math.Round(wait.TotalMilliseconds);
}
