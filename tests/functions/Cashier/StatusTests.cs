using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>What the page's script polls.</summary>
public sealed class StatusTests : IDisposable
{
    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task An_open_order_is_not_final()
    {
        var id = await bench.HasAsync(An.OpenOrder());

        var answer = await bench.StatusAsync(id);

        answer.Status.ShouldBe(200);
        answer.Headers.ContentType.ToString().ShouldBe("application/json");
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
        answer.Text.ShouldBe("{\"trade_state\":\"USERPAYING\",\"final\":false}");
    }

    [Fact]
    public async Task A_paid_order_is_final()
    {
        var id = await bench.HasAsync(An.PaidOrder());

        var answer = await bench.StatusAsync(id);

        answer.Text.ShouldBe("{\"trade_state\":\"SUCCESS\",\"final\":true}");
    }

    [Fact]
    public async Task A_failed_order_may_still_be_paid()
    {
        var id = await bench.HasAsync(An.FailedOrder());

        var answer = await bench.StatusAsync(id);

        answer.Text.ShouldBe("{\"trade_state\":\"PAYERROR\",\"final\":false}");
    }

    [Fact]
    public async Task Polling_never_asks_the_channel()
    {
        var id = await bench.HasAsync(An.OpenOrder());

        await bench.StatusAsync(id);

        bench.Channel.Questions.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_order_has_no_state()
    {
        var answer = await bench.StatusAsync(OrderId.Of("shop", "B-2").Value);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("{\"code\":\"ORDER_NOT_FOUND\"}");
    }

    [Fact]
    public async Task Trouble_asks_the_script_to_wait()
    {
        bench.Storage.Busy = true;

        var answer = await bench.StatusAsync(OrderId.Of("shop", "A-1").Value);

        answer.Status.ShouldBe(503);
        answer.Headers.RetryAfter.ToString().ShouldBe("2");
        answer.Text.ShouldBe("{\"code\":\"TRY_AGAIN\"}");
    }
}
