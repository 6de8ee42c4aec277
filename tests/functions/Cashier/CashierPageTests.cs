using System.Collections.Immutable;
using PayFunctions.Cashier;
using PayFunctions.Orders;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The page where the payer chooses.</summary>
public sealed class CashierPageTests : IDisposable
{
    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN", "支付金额", "支付宝（电脑网页）")]
    [InlineData("en-GB", "en", ">Amount<", "Alipay on a computer")]
    public async Task It_speaks_the_payers_language(
        string accepted, string language, string amount, string product)
    {
        var id = await bench.HasAsync(An.Order());

        var page = await bench.ShowAsync(id, accepted);

        page.Status.ShouldBe(200);
        page.Headers.ContentType.ToString().ShouldBe("text/html; charset=utf-8");
        page.Headers.ContentLanguage.ToString().ShouldBe(language);
        page.Text.ShouldContain($"<html lang=\"{language}\">");
        page.Read.ShouldContain(amount);
        page.Read.ShouldContain(product);
    }

    [Fact]
    public async Task It_shows_the_order_and_links_to_each_way_to_pay()
    {
        var id = await bench.HasAsync(An.Order(fen: 123_456));

        var page = await bench.ShowAsync(id);

        page.Read.ShouldContain("¥1,234.56");
        page.Read.ShouldContain("Tea & Co");
        page.Read.ShouldContain("A-1");
        page.Read.ShouldContain("data-seconds-left=\"6600\">1:50:00<");
        page.Text.ShouldContain($"href=\"/cashier/{id}/alipay_page\"");
        page.Text.ShouldContain($"href=\"/cashier/{id}/alipay_wap\"");
        page.Text.ShouldContain($"data-status-href=\"/cashier/{id}/status\"");
        page.Text.ShouldContain($"data-result-href=\"/return/alipay/{id}\"");
        page.Text.ShouldContain("aria-live=\"polite\"");
        page.Text.ShouldNotContain("<form");
    }

    [Fact]
    public async Task What_the_merchant_wrote_is_text_never_markup()
    {
        const string subject = "<script>alert(1)</script>\"'&";
        var id = await bench.HasAsync(
            An.Moved(null, An.Create(An.Terms(subject: subject)), An.Noon));

        var page = await bench.ShowAsync(id);

        page.Text.ShouldNotContain("<script>alert");
        page.Text.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#x27;&amp;");
    }

    [Fact]
    public async Task Nothing_in_it_is_inline()
    {
        var id = await bench.HasAsync(An.Order());

        var page = await bench.ShowAsync(id);

        page.Text.ShouldNotContain("style=");
        page.Text.ShouldNotContain("<style");
        page.Text.ShouldNotContain(" onclick");
        page.Text.Split("<script").Length.ShouldBe(2);
        page.Text.ShouldContain("<script src=\"/assets/cashier.js?v=");
    }

    [Fact]
    public async Task Without_scripts_it_refreshes_itself_a_limited_number_of_times()
    {
        var id = await bench.HasAsync(An.Order());

        var first = await bench.ShowAsync(id);
        var last = await bench.ShowAsync(id, query: $"?look={Payer.MaxLooks}");

        first.Read.ShouldContain(
            $"<noscript><meta http-equiv=\"refresh\" content=\"5; url=/cashier/{id}?look=1\"");
        last.Text.ShouldNotContain("http-equiv=\"refresh\"");
    }

    [Fact]
    public async Task The_product_that_the_merchant_chose_is_the_only_one()
    {
        var terms = An.Terms() with { Product = "alipay_wap" };
        var id = await bench.HasAsync(An.Moved(null, An.Create(terms), An.Noon));

        var page = await bench.ShowAsync(id);

        page.Text.ShouldContain($"/cashier/{id}/alipay_wap");
        page.Text.ShouldNotContain($"/cashier/{id}/alipay_page");
    }

    [Theory]
    [InlineData("en", "There is no way to pay this order right now.")]
    [InlineData("zh", "暂无可用的支付方式")]
    public async Task An_application_without_an_account_has_nothing_to_choose(
        string accepted, string sentence)
    {
        using var poor = new CashierBench(CashierBench.Shop with
        {
            Accounts = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty,
        });
        var id = await poor.HasAsync(An.Order());

        var page = await poor.ShowAsync(id, accepted);

        page.Status.ShouldBe(200);
        page.Read.ShouldContain(sentence);
        page.Read.ShouldContain($"data-result-href=\"/cashier/{id}\"");
    }

    [Theory]
    [InlineData("en", "There is no such order.")]
    [InlineData("zh", "没有找到这笔订单")]
    public async Task An_unknown_order_is_a_page_too(string accepted, string sentence)
    {
        var malformed = await bench.ShowAsync("nonsense", accepted);
        var unknown = await bench.ShowAsync(OrderId.Of("shop", "B-2").Value, accepted);

        foreach (var page in (Answer[])[malformed, unknown])
        {
            page.Status.ShouldBe(404);
            page.Headers.ContentType.ToString().ShouldStartWith("text/html");
            page.Read.ShouldContain(sentence);
            page.Read.ShouldContain("ORDER_NOT_FOUND");
            page.Read.ShouldContain(page.Headers["X-Request-Id"].ToString());
        }
    }

    [Theory]
    [InlineData("en", "We are busy right now.")]
    [InlineData("zh", "系统繁忙")]
    public async Task Trouble_with_storage_asks_to_try_again(string accepted, string sentence)
    {
        bench.Storage.Busy = true;
        var id = OrderId.Of("shop", "A-1").Value;

        var page = await bench.ShowAsync(id, accepted);

        page.Status.ShouldBe(503);
        page.Headers.RetryAfter.ToString().ShouldBe("2");
        page.Read.ShouldContain(sentence);
        page.Read.ShouldContain($"href=\"/cashier/{id}\"");
        page.Read.ShouldNotContain("RequestFailedException");
    }
}
