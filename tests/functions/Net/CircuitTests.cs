using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using PayFunctions.Net;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Net;

public sealed class CircuitTests
{
    private static readonly NetOptions ThreePosts = new() { CircuitPosts = 3 };

    [Fact]
    public async Task A_circuit_opens_after_failures_and_says_so()
    {
        await using var shop = await LoopbackServer.StartAsync(Cut);
        using var client = A.Client(options: ThreePosts, time: new ManualTimeProvider());

        var outcomes = await PostAsync(client, shop, 3);
        var held = await client.PostAsync(shop.Url());

        outcomes.ShouldAllBe(one => one == DeliveryOutcome.Cut);
        held.Outcome.ShouldBe(DeliveryOutcome.CircuitOpen);
        held.RetryAfter.ShouldBe(ThreePosts.CircuitBreak);
        held.Sentence.ShouldContain("left alone");
        shop.Hits.ShouldBe(3);
    }

    [Fact]
    public async Task After_the_break_one_post_tries_and_closes_the_circuit()
    {
        var isWell = false;
        var clock = new ManualTimeProvider();
        await using var shop = await LoopbackServer.StartAsync(
            context => isWell ? context.Response.WriteAsync("success") : Cut(context));
        using var client = A.Client(options: ThreePosts, time: clock);
        await PostAsync(client, shop, 4);

        isWell = true;
        clock.Advance(ThreePosts.CircuitBreak - TimeSpan.FromTicks(1));
        var early = await PostAsync(client, shop, 1);
        clock.Advance(TimeSpan.FromTicks(1));
        var after = await PostAsync(client, shop, 3);

        early.ShouldBe([DeliveryOutcome.CircuitOpen]);
        after.ShouldAllBe(one => one == DeliveryOutcome.Answered);
        shop.Hits.ShouldBe(6);
    }

    [Fact]
    public async Task A_trial_that_fails_opens_the_circuit_again()
    {
        var clock = new ManualTimeProvider();
        await using var shop = await LoopbackServer.StartAsync(Cut);
        using var client = A.Client(options: ThreePosts, time: clock);
        await PostAsync(client, shop, 3);

        clock.Advance(ThreePosts.CircuitBreak);
        var after = await PostAsync(client, shop, 2);

        after.ShouldBe([DeliveryOutcome.Cut, DeliveryOutcome.CircuitOpen]);
        shop.Hits.ShouldBe(4);
    }

    [Fact]
    public async Task A_host_that_is_too_slow_opens_its_circuit()
    {
        var clock = new ManualTimeProvider();
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return A.SilenceAsync(context);
        });
        using var client = A.Client(options: ThreePosts, time: clock);

        var outcomes = await PostAsync(client, shop, 4);

        outcomes.ShouldBe(
        [
            DeliveryOutcome.TimedOut, DeliveryOutcome.TimedOut, DeliveryOutcome.TimedOut,
            DeliveryOutcome.CircuitOpen,
        ]);
    }

    [Fact]
    public async Task An_answer_of_any_status_keeps_the_circuit_closed()
    {
        await using var shop = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        });
        using var client = A.Client(options: ThreePosts, time: new ManualTimeProvider());

        var outcomes = await PostAsync(client, shop, 10);

        outcomes.ShouldAllBe(one => one == DeliveryOutcome.Answered);
    }

    [Fact]
    public async Task A_refused_name_keeps_the_circuit_closed()
    {
        using var client = A.Client(
            new ScriptedNames(["10.0.0.1"]), ThreePosts, new ManualTimeProvider());

        for (var i = 0; i < 10; i++)
        {
            var result = await client.PostAsync(new Uri("https://shop.example.com/"));

            result.Outcome.ShouldBe(DeliveryOutcome.Refused);
        }
    }

    [Fact]
    public async Task Another_host_has_a_circuit_of_its_own()
    {
        await using var broken = await LoopbackServer.StartAsync(Cut);
        await using var well = await LoopbackServer.StartAsync(A.Answer("success"));
        using var client = A.Client(options: ThreePosts, time: new ManualTimeProvider());
        await PostAsync(client, broken, 4);

        var outcomes = await PostAsync(client, well, 1);

        outcomes.ShouldBe([DeliveryOutcome.Answered]);
    }

    [Fact]
    public void The_host_longest_unused_is_forgotten_when_there_are_too_many()
    {
        var circuits = new HostCircuits(
            Options.Create(new NetOptions { CircuitHosts = 2 }), new ManualTimeProvider());
        var first = circuits.For(new Uri("https://a.example/one"));
        var second = circuits.For(new Uri("https://b.example/"));

        circuits.For(new Uri("https://A.example:443/two")).ShouldBeSameAs(first);
        circuits.For(new Uri("https://c.example/"));

        circuits.Count.ShouldBe(2);
        circuits.For(new Uri("https://a.example/")).ShouldBeSameAs(first);
        circuits.For(new Uri("https://b.example/")).ShouldNotBeSameAs(second);
        circuits.Count.ShouldBe(2);
    }

    private static async Task<List<DeliveryOutcome>> PostAsync(
        GuardedClient client, LoopbackServer shop, int posts)
    {
        List<DeliveryOutcome> outcomes = [];
        for (var i = 0; i < posts; i++)
        {
            outcomes.Add((await client.PostAsync(shop.Url())).Outcome);
        }

        return outcomes;
    }

    private static Task Cut(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
