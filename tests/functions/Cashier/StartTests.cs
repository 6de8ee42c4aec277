using PayFunctions.Channels;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The payer goes to a channel.</summary>
public sealed class StartTests : IDisposable
{
    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("GET", 302)]
    [InlineData("POST", 303)]
    public async Task A_short_address_is_a_redirect(string method, int status)
    {
        var id = await bench.HasAsync(An.Order());
        bench.Channel.UrlLength = 2_000;

        var answer = await bench.StartAsync(id, method: method);

        answer.Status.ShouldBe(status);
        answer.Headers.Location.ToString().Length.ShouldBe(2_000);
        answer.Headers.Location.ToString().ShouldStartWith("https://openapi.channel.example/");
        answer.Headers.CacheControl.ToString().ShouldBe("no-store");
        answer.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
        bench.OrderNow.State.ShouldBe(OrderState.UserPaying);
    }

    [Fact]
    public async Task A_channel_that_wants_to_see_our_origin_is_led_to_by_a_page()
    {
        var id = await bench.HasAsync(An.Order());
        var address = new Uri("https://channel.example/pay?a=1&b=%3C2%3E");
        bench.Channel.Opening = new PageReady(
            new PageHandover(address, address, []) { NamesOrigin = true });

        var page = await bench.StartAsync(id);

        page.Status.ShouldBe(200);
        page.Headers["Referrer-Policy"].ToString().ShouldBe("strict-origin");
        page.Text.ShouldContain(
            "<meta http-equiv=\"refresh\" "
            + "content=\"0; url=https://channel.example/pay?a=1&amp;b=%3C2%3E\"");
        page.Text.ShouldContain("href=\"https://channel.example/pay?a=1&amp;b=%3C2%3E\"");
    }

    [Theory]
    [InlineData("en", "Continue to pay")]
    [InlineData("zh", "继续付款")]
    public async Task A_long_address_is_a_form_that_works_without_scripts(
        string accepted, string button)
    {
        var id = await bench.HasAsync(An.Order());
        bench.Channel.UrlLength = 2_001;

        var page = await bench.StartAsync(id, language: accepted);

        page.Status.ShouldBe(200);
        page.Read.ShouldContain(
            "action=\"https://openapi.channel.example/gateway.do?charset=utf-8\"");
        page.Text.ShouldContain("value=\"{&quot;subject&quot;:&quot;&lt;b&gt;&quot;}\"");
        page.Read.ShouldContain(button);
        page.Text.ShouldContain("<script src=\"/assets/handover.js?v=");
        page.Headers.ContentSecurityPolicy.ToString().ShouldContain(
            "form-action 'self' https://openapi.channel.example https://*.channel.example;");
    }

    [Fact]
    public async Task The_channel_is_told_where_to_send_the_payer_back()
    {
        var id = await bench.HasAsync(An.Order());

        await bench.StartAsync(id);

        var opened = bench.Channel.Opened.ShouldNotBeNull();
        opened.ReturnUrl.AbsoluteUri.ShouldBe($"https://pay.example/return/alipay/{id}");
        opened.NotifyUrl.AbsoluteUri.ShouldBe("https://pay.example/notify/alipay/main");
    }

    [Fact]
    public async Task The_same_choice_again_is_the_same_attempt()
    {
        var id = await bench.HasAsync(An.Order());

        await bench.StartAsync(id);
        await bench.StartAsync(id);

        bench.OrderNow.Attempts.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("en", "This order cannot be paid that way.")]
    [InlineData("zh", "不能使用该支付方式")]
    public async Task A_product_of_somebody_else_is_not_found(string accepted, string sentence)
    {
        var id = await bench.HasAsync(An.Order());

        var page = await bench.StartAsync(id, "tenpay_page", language: accepted);

        page.Status.ShouldBe(404);
        page.Read.ShouldContain(sentence);
        page.Read.ShouldContain("CHANNEL_UNSUPPORTED");
        bench.OrderNow.State.ShouldBe(OrderState.NotPay);
    }

    [Fact]
    public async Task A_product_that_the_merchant_did_not_choose_is_not_found()
    {
        var terms = An.Terms() with { Product = "alipay_wap" };
        var id = await bench.HasAsync(An.Moved(null, An.Create(terms), An.Noon));

        var page = await bench.StartAsync(id, "alipay_page");

        page.Status.ShouldBe(404);
        bench.OrderNow.Attempts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_paid_order_is_not_paid_again()
    {
        var id = await bench.HasAsync(An.PaidOrder());

        var page = await bench.StartAsync(id);

        page.Status.ShouldBe(409);
        page.Read.ShouldContain("Payment received");
        bench.Channel.Opened.ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_order_says_so()
    {
        var id = await bench.HasAsync(An.ClosedOrder(LateSuccess.Revive));

        var page = await bench.StartAsync(id);

        page.Status.ShouldBe(409);
        page.Read.ShouldContain("Order closed");
    }

    [Fact]
    public async Task An_order_whose_time_is_up_says_so()
    {
        var id = await bench.HasAsync(An.Order());
        bench.Clock.Advance(TimeSpan.FromHours(2));

        var page = await bench.StartAsync(id);

        page.Status.ShouldBe(409);
        page.Read.ShouldContain("Time is up");
    }

    [Theory]
    [InlineData("en", "There were too many attempts.")]
    [InlineData("zh", "付款尝试次数过多")]
    public async Task The_last_attempt_is_the_last(string accepted, string sentence)
    {
        var order = An.Order();
        for (var n = 1; n <= AttemptRules.MaxAttempts; n++)
        {
            order = An.Moved(order, new OpenAttempt(An.Product, An.Account), An.Noon);
            order = An.Moved(order, new Decline(n, An.Account), An.Noon);
        }

        var id = await bench.HasAsync(order);

        var page = await bench.StartAsync(id, language: accepted);

        page.Status.ShouldBe(409);
        page.Read.ShouldContain(sentence);
        page.Read.ShouldContain("ATTEMPTS_EXHAUSTED");
    }
}
