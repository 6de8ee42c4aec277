using PayFunctions.Cashier;
using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The payer is back.</summary>
public sealed class ResultPageTests : IDisposable
{
    private const string ReturnUrl = "https://shop.example/done?basket=7";

    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("en", "Payment received", "Back to the merchant")]
    [InlineData("zh", "支付成功", "返回商户")]
    public async Task A_paid_order_goes_back_to_the_merchant(
        string accepted, string title, string link)
    {
        var id = await bench.HasAsync(Returning(An.PaidOrder()));

        var page = await bench.ReturnAsync(id, accepted);

        page.Status.ShouldBe(200);
        page.Read.ShouldContain(title);
        page.Read.ShouldContain(link);
        page.Read.ShouldContain(
            $"http-equiv=\"refresh\" content=\"3; url={ReturnUrl}&app_id=shop&out_trade_no=A-1");
        page.Read.ShouldContain($"href=\"{ReturnUrl}&app_id=shop&out_trade_no=A-1");
    }

    [Fact]
    public async Task A_paid_order_without_a_return_url_stays()
    {
        var id = await bench.HasAsync(An.PaidOrder());

        var page = await bench.ReturnAsync(id);

        page.Read.ShouldContain("You can close this page.");
        page.Text.ShouldNotContain("http-equiv=\"refresh\"");
    }

    [Fact]
    public async Task Paid_is_said_even_while_the_vault_is_busy()
    {
        var id = await bench.HasAsync(Returning(An.PaidOrder()));
        bench.Keys.Busy = true;

        var page = await bench.ReturnAsync(id);

        page.Status.ShouldBe(200);
        page.Read.ShouldContain("Payment received");
        page.Read.ShouldNotContain("shop.example");
    }

    [Fact]
    public async Task An_undecided_order_asks_its_channel_and_tells_the_news()
    {
        var id = await bench.HasAsync(An.OpenOrder());
        bench.Channel.Outcome = new Succeeded(Money.OfFen(100), "T-9", An.Noon);

        var page = await bench.ReturnAsync(id);

        page.Read.ShouldContain("Payment received");
        bench.OrderNow.State.ShouldBe(OrderState.Success);
    }

    [Fact]
    public async Task What_the_browser_brings_is_not_believed()
    {
        var id = await bench.HasAsync(An.OpenOrder());

        var page = await bench.ReturnAsync(
            id, query: "?trade_status=TRADE_SUCCESS&total_amount=1.00", method: "POST");

        page.Read.ShouldContain("Confirming your payment");
        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task A_payer_who_keeps_refreshing_does_not_keep_asking()
    {
        var id = await bench.HasAsync(An.OpenOrder());

        await bench.ReturnAsync(id);
        await bench.ReturnAsync(id);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        await bench.ReturnAsync(id);

        bench.Channel.Questions.ShouldBe(2);
    }

    [Theory]
    [InlineData("en", "Confirming your payment", "Please wait and do not pay again.")]
    [InlineData("zh", "正在确认支付结果", "不要重复付款")]
    public async Task An_undecided_order_looks_again_by_itself(
        string accepted, string title, string hint)
    {
        var id = await bench.HasAsync(An.OpenOrder());

        var page = await bench.ReturnAsync(id, accepted);

        page.Read.ShouldContain(title);
        page.Read.ShouldContain(hint);
        page.Read.ShouldContain(
            $"<meta http-equiv=\"refresh\" content=\"5; url=/return/alipay/{id}?look=1\"");
        page.Text.ShouldNotContain("<script");
        page.Text.ShouldContain($"href=\"/cashier/{id}\"");
    }

    [Theory]
    [InlineData("en", "There is no confirmation yet.")]
    [InlineData("zh", "结果尚未确认")]
    public async Task After_many_looks_the_payer_looks(string accepted, string hint)
    {
        var id = await bench.HasAsync(An.OpenOrder());

        var page = await bench.ReturnAsync(id, accepted, $"?look={Payer.MaxLooks}");

        page.Read.ShouldContain(hint);
        page.Text.ShouldNotContain("http-equiv=\"refresh\"");
        page.Text.ShouldContain($"href=\"/return/alipay/{id}\"");
    }

    [Theory]
    [InlineData("en", "Not paid yet", "Try again")]
    [InlineData("zh", "尚未支付", "重试")]
    public async Task An_order_that_failed_can_be_paid_again(
        string accepted, string title, string link)
    {
        var id = await bench.HasAsync(An.FailedOrder());

        var page = await bench.ReturnAsync(id, accepted);

        page.Read.ShouldContain(title);
        page.Read.ShouldContain(link);
        page.Text.ShouldContain($"href=\"/cashier/{id}\"");
    }

    [Theory]
    [InlineData("en", "Order closed")]
    [InlineData("zh", "订单已关闭")]
    public async Task A_closed_order_offers_the_merchant_but_does_not_go(
        string accepted, string title)
    {
        var id = await bench.HasAsync(Returning(An.ClosedOrder(LateSuccess.Refund)));

        var page = await bench.ShowAsync(id, accepted);

        page.Status.ShouldBe(200);
        page.Read.ShouldContain(title);
        page.Read.ShouldContain($"href=\"{ReturnUrl}&app_id=shop");
        page.Read.ShouldContain("&trade_state=CLOSED&");
        page.Text.ShouldNotContain("http-equiv=\"refresh\"");
    }

    [Theory]
    [InlineData("en", "Time is up")]
    [InlineData("zh", "订单已超时")]
    public async Task An_expired_order_says_so_before_and_after_it_is_closed(
        string accepted, string title)
    {
        var late = An.Noon.AddHours(2);
        bench.Clock.AdvanceTo(late);
        using var other = new CashierBench();
        other.Clock.AdvanceTo(late);
        var open = await bench.HasAsync(An.Order());
        var closed = await other.HasAsync(An.Moved(An.Order(), new Expire([]), late));

        var before = await bench.ShowAsync(open, accepted);
        var after = await other.ShowAsync(closed, accepted);

        before.Read.ShouldContain(title);
        after.Read.ShouldContain(title);
        before.Text.ShouldNotContain("/alipay_page");
    }

    [Theory]
    [InlineData("en", "goes back the way it came")]
    [InlineData("zh", "会原路退回")]
    public async Task Money_that_goes_back_is_named(string accepted, string sentence)
    {
        var id = await bench.HasAsync(An.Moved(
            An.ClosedOrder(LateSuccess.Refund), An.Success(), An.Noon));

        var page = await bench.ReturnAsync(id, accepted);

        page.Read.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_channel_that_does_not_exist_sends_nobody_back()
    {
        var id = await bench.HasAsync(An.PaidOrder());

        var page = await bench.ReturnAsync(id, channel: "nobody");

        page.Status.ShouldBe(404);
        page.Headers.ContentType.ToString().ShouldStartWith("text/html");
    }

    private static Order Returning(Order order)
        => order with { Terms = order.Terms with { ReturnUrl = ReturnUrl } };
}
