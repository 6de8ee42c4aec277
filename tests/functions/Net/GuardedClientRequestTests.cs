using System.Net;
using System.Text;
using PayFunctions.Net;

namespace PayFunctions.Tests.Net;

public sealed class GuardedClientRequestTests
{
    [Fact]
    public async Task A_post_carries_the_form_and_few_headers()
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var target = string.Empty;
        var body = string.Empty;
        await using var shop = await LoopbackServer.StartAsync(async context =>
        {
            foreach (var (name, value) in context.Request.Headers)
            {
                seen[name] = value.ToString();
            }

            var sent = context.Request;
            target = $"{sent.Method} {sent.Path}{sent.QueryString}";
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            body = await reader.ReadToEndAsync();
        });
        using var client = A.Client(new ScriptedNames(["127.0.0.1"]));

        await client.PostAsync(shop.Url("shop.example.com"));

        target.ShouldBe("POST /notify?shop=1");
        body.ShouldBe(Encoding.UTF8.GetString(A.Form.Span));
        seen["Host"].ShouldBe($"shop.example.com:{shop.Port}");
        seen["User-Agent"].ShouldMatch(@"^PayFunctions/\d+\.\d+\.\d+$");
        seen["Content-Type"].ShouldBe("application/x-www-form-urlencoded;charset=utf-8");
        seen.Keys.Order(StringComparer.Ordinal)
            .ShouldBe(["Content-Length", "Content-Type", "Host", "User-Agent"]);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_answer_and_is_not_followed(int status)
    {
        await using var other = await LoopbackServer.StartAsync(A.Answer("success"));
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Url().ToString();
            return Task.CompletedTask;
        });
        using var client = A.Client();

        var result = await client.PostAsync(shop.Url());

        result.Outcome.ShouldBe(DeliveryOutcome.Answered);
        result.Status.ShouldBe(status);
        shop.Hits.ShouldBe(1);
        other.Hits.ShouldBe(0);
    }

    [Fact]
    public async Task A_proxy_of_the_process_is_not_used()
    {
        // HTTP_PROXY and its kin fill this very property; it is set for one name only, because
        // other tests run in this process too.
        await using var proxy = await LoopbackServer.StartAsync(A.Answer("from the proxy"));
        await using var shop = await LoopbackServer.StartAsync(A.Answer("success"));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyForOneName("proxied.example.com", proxy.Url());
        try
        {
            using var ordinary = new HttpMessageInvoker(new SocketsHttpHandler());
            using var request = new HttpRequestMessage(
                HttpMethod.Post, shop.Url("proxied.example.com"));
            using var proxied = await ordinary.SendAsync(
                request, TestContext.Current.CancellationToken);
            using var client = A.Client(new ScriptedNames(["127.0.0.1"]));

            var result = await client.PostAsync(shop.Url("proxied.example.com"));

            result.Text().ShouldBe("success");
            proxy.Hits.ShouldBe(1);
            shop.Hits.ShouldBe(1);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    [Fact]
    public async Task A_cookie_is_not_sent_back()
    {
        var cookies = new List<string>();
        await using var shop = await LoopbackServer.StartAsync(context =>
        {
            cookies.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Headers.SetCookie = "session=1; Path=/";
            return Task.CompletedTask;
        });
        using var client = A.Client();

        await client.PostAsync(shop.Url());
        await client.PostAsync(shop.Url());

        cookies.ShouldBe([string.Empty, string.Empty]);
    }

    [Fact]
    public async Task A_callers_cancellation_is_the_only_exception()
    {
        using var cancelled = new CancellationTokenSource();
        await using var shop = await LoopbackServer.StartAsync(async context =>
        {
            await cancelled.CancelAsync();
            await A.SilenceAsync(context);
        });
        using var client = A.Client();

        await Should.ThrowAsync<OperationCanceledException>(() => client.PostFormAsync(
            shop.Url(), A.Form, UrlSchemes.HttpToo, cancelled.Token));
    }

    private sealed class ProxyForOneName(string name, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri host)
            => !string.Equals(host.Host, name, StringComparison.Ordinal);
    }
}
