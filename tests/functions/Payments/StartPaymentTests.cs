using PayFunctions.Orders;
using PayFunctions.Payments;
using PayFunctions.Storage;
using PayFunctions.Tests.Movements;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Payments;

public sealed class StartPaymentTests : IDisposable
{
    private readonly Bench bench = new();

    [Fact]
    public async Task The_attempt_is_committed_before_the_page_is_made()
    {
        await bench.CreateAsync();

        var result = await StartAsync(An.Product);

        result.ShouldBeOfType<Started>();
        var request = bench.Channel.Opened.ShouldHaveSingleItem();
        request.Order.Version.ShouldBe(2);
        request.Attempt.ShouldBe(bench.OrderNow.Attempts.ShouldHaveSingleItem());
        request.NotifyUrl.OriginalString.ShouldEndWith("/notify/alipay/main");
    }

    [Fact]
    public async Task The_same_product_uses_the_attempt_that_is_open()
    {
        await bench.CreateAsync();

        await StartAsync(An.Product);
        await StartAsync("alipay_wap");
        await StartAsync(An.Product);

        bench.Channel.Opened.Select(static r => r.Attempt.Number).ShouldBe([1, 2, 1]);
        bench.OrderNow.Attempts.Length.ShouldBe(2);
    }

    [Fact]
    public async Task After_the_account_changed_back_the_page_is_of_that_accounts_attempt()
    {
        await bench.OpenAsync();
        await bench.ApplyAsync(new OpenAttempt(An.Product, "spare"));

        await StartAsync(An.Product);

        var attempt = bench.Channel.Opened.ShouldHaveSingleItem().Attempt;
        (attempt.Number, attempt.Account).ShouldBe((1, An.Account));
    }

    [Fact]
    public async Task After_the_orders_time_no_page_is_made()
    {
        await bench.CreateAsync();
        bench.Clock.AdvanceTo(bench.OrderNow.ExpiresAt);

        var result = await StartAsync(An.Product);

        result.ShouldBe(new NotStarted(OrderRefusal.OrderExpired));
        bench.Channel.Opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_product_that_nobody_offers_is_unavailable()
    {
        await bench.CreateAsync();

        (await StartAsync("tenpay_page")).ShouldBeOfType<ProductUnavailable>();

        bench.OrderNow.Attempts.ShouldBeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private async Task<StartResult> StartAsync(string product)
    {
        var stored = await bench.Get<IOrderStore>().FindAsync(bench.Id, default);
        return await bench.Get<StartPayment>().RunAsync(
            stored.ShouldNotBeNull(), product, payer: null, default);
    }
}
