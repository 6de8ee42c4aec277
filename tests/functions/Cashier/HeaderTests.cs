using PayFunctions.Cashier;
using PayFunctions.Tests.Orders;

namespace PayFunctions.Tests.Cashier;

/// <summary>The headers of the pages.</summary>
public sealed class HeaderTests : IDisposable
{
    private const string Head =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action ";

    private const string Tail = "; base-uri 'none'; frame-ancestors 'none'";

    private readonly CashierBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Every_page_is_locked_down()
    {
        var id = await bench.HasAsync(An.OpenOrder());
        bench.Channel.UrlLength = 3_000;
        Answer[] pages =
        [
            await bench.ShowAsync(id),
            await bench.ReturnAsync(id),
            await bench.StartAsync(id),
            await bench.ShowAsync("nobody"),
        ];

        foreach (var page in pages)
        {
            page.Headers.CacheControl.ToString().ShouldBe("no-store");
            page.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
            page.Headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
            page.Headers["X-Request-Id"].ToString().ShouldNotBeEmpty();
            page.Headers.ContentSecurityPolicy.ToString()
                .ShouldStartWith("default-src 'none'; style-src 'self'; script-src 'self';");
        }
    }

    [Fact]
    public async Task The_page_of_choices_posts_nowhere_so_redirects_need_no_leave()
    {
        var id = await bench.HasAsync(An.Order());

        var page = await bench.ShowAsync(id);

        page.Text.ShouldNotContain("<form");
        page.Headers.ContentSecurityPolicy.ToString().ShouldBe(
            Head + "'self'" + Tail);
    }

    [Theory]
    [InlineData("https://openapi.alipay.com/gateway.do?charset=utf-8",
        "'self' https://openapi.alipay.com https://*.alipay.com")]
    [InlineData("https://openapi-sandbox.dl.alipaydev.com/gateway.do",
        "'self' https://openapi-sandbox.dl.alipaydev.com https://*.dl.alipaydev.com")]
    [InlineData("https://channel.example/pay", "'self' https://channel.example")]
    [InlineData("http://127.0.0.1:4001/gateway.do", "'self' http://127.0.0.1:4001")]
    [InlineData("http://localhost:4001/gateway.do", "'self' http://localhost:4001")]
    [InlineData("http://[::1]:4001/gateway.do", "'self' http://[::1]:4001")]
    public void A_form_may_go_to_the_channel_and_be_sent_on_among_its_hosts(
        string target, string expected)
    {
        ContentPolicy.Of(new Uri(target)).ShouldBe(Head + expected + Tail);
    }
}
