using System.Net;
using System.Text.Json;
using PayFunctions.Sandbox.Launcher;

namespace PayFunctions.Tests.Sandbox.Launcher;

public sealed class OperatorTests : IDisposable
{
    private static readonly SandboxAccount[] Accounts =
    [
        new("alipay", "main", new Dictionary<string, string> { ["app_id"] = "2021" },
            new Dictionary<string, string> { ["app_auth_token"] = "alipay-token" }),
        new("alipay", "spare", new Dictionary<string, string>(),
            new Dictionary<string, string>()),
    ];

    private readonly Gateway gateway = new();
    private readonly HttpClient client;

    public OperatorTests() => client = new HttpClient(gateway);

    public void Dispose()
    {
        client.Dispose();
        gateway.Dispose();
    }

    [Fact]
    public async Task Accounts_come_first_then_the_application_then_its_key()
    {
        await RegisterAsync();

        gateway.Calls.Select(static c => c.Path).ShouldBe(
        [
            "PUT /platform/accounts/alipay/main", "PUT /platform/accounts/alipay/spare",
            "PUT /platform/applications/shop", "PUT /platform/applications/shop/keys/shop-1",
        ]);
        gateway.Calls.ShouldAllBe(static c => c.Key == "function key");
    }

    [Fact]
    public async Task An_account_is_one_of_the_test_world_with_settings_and_references()
    {
        await RegisterAsync();

        gateway.Calls[0].Body.GetRawText().ShouldBe(
            """
            {"environment":"test","settings":{"app_id":"2021"},
            "secrets":{"app_auth_token":"alipay-token"}}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public async Task The_application_may_use_every_account()
    {
        await RegisterAsync();

        var application = gateway.Calls[2].Body;
        application.GetProperty("environment").GetString().ShouldBe("test");
        application.GetProperty("accounts").GetRawText()
            .ShouldBe("""{"alipay":["main","spare"]}""");
        gateway.Calls[3].Body.GetProperty("public_key").GetString().ShouldBe("public key");
    }

    [Fact]
    public async Task A_refusal_is_quoted()
    {
        gateway.Status = HttpStatusCode.BadRequest;

        var failure = await Should.ThrowAsync<SandboxFailure>(RegisterAsync);

        failure.Message.ShouldBe(
            "The gateway answered 400 to PUT /platform/accounts/alipay/main: app_id is wrong.");
        gateway.Calls.Count.ShouldBe(1);
    }

    private Task RegisterAsync()
        => new Operator(client, Ports.Root(7071), "function key")
            .RegisterAsync("shop", "shop-1", "public key", Accounts, default);

    private sealed class Gateway : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.Created;

        public List<(string Path, string Key, JsonElement Body)> Calls { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((
                $"{request.Method} {request.RequestUri!.AbsolutePath}",
                request.Headers.GetValues("x-functions-key").Single(),
                JsonElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))));
            return new HttpResponseMessage(Status)
            {
                Content = new StringContent("app_id is wrong."),
            };
        }
    }
}
