using Microsoft.AspNetCore.Http;
using PayFunctions.Refunds;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Net;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Refunds;

/// <summary>What a refund costs, counted at the stores' doors.</summary>
public sealed class RefundBudgetTests
{
    private const int StorageMax = 10;

    /// <summary>A trigger receives its message and deletes it.</summary>
    private const int TransactionsPerMessage = 2;

    [Fact]
    public async Task A_refund_that_is_made_at_once_and_told_costs_no_more_than_its_budget()
    {
        await using var merchant = await LoopbackServer.StartAsync(
            static context => context.Response.WriteAsync("success"));
        using var bench = new Bench(merchant.Url().OriginalString);
        await bench.PayAsync();
        bench.Effects.Clear();
        var journaled = 0;
        bench.Journal.BeforeWrite = () => journaled++;

        await bench.Get<RefundPayment>().RunAsync(Bench.Shop, bench.Id, An.Refund(), default);
        var messages = await bench.FollowForAsync(TimeSpan.FromMinutes(1));

        const int claim = 1;
        string[] done = [.. bench.Effects.Reads, .. bench.Effects.Done];
        (done.Length + claim + journaled + (messages * TransactionsPerMessage))
            .ShouldBeLessThanOrEqualTo(StorageMax, string.Join(' ', done));
        messages.ShouldBe(1);
        merchant.Hits.ShouldBe(2);
        bench.OrderNow.IsRefunded.ShouldBeTrue();
        bench.Movements.Queue.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_refund_costs_one_read()
    {
        using var bench = new Bench();
        await bench.PayAsync();
        await bench.Get<RefundPayment>().RunAsync(Bench.Shop, bench.Id, An.Refund(), default);
        bench.Effects.Clear();
        var claims = bench.Numbers.Claims;

        await bench.Get<RefundPayment>().RunAsync(Bench.Shop, bench.Id, An.Refund(), default);

        bench.Effects.Reads.ShouldBe(["find"]);
        bench.Effects.Done.ShouldBeEmpty();
        bench.Numbers.Claims.ShouldBe(claims);
    }
}
