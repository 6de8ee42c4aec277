using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PayFunctions.Tests.Sdk.AspNetCore;

/// <summary>A merchant's application with a notification endpoint, on a real port.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Shop(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(PayClient.CreateHandler()) { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public LogSink Log { get; private init; } = null!;

    public static Task<Shop> StartAsync(
        Func<PayNotification, CancellationToken, Task> handler,
        Action<PayOptions>? change = null)
        => StartAsync(app => app.MapPayNotifications("/notify", handler), change: change);

    public static async Task<Shop> StartAsync(
        Action<WebApplication> map,
        Action<IServiceCollection>? add = null,
        Action<PayOptions>? change = null)
    {
        var log = new LogSink();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(new ManualTimeProvider(Vectors.Noon));
        builder.Services.AddPayFunctions(options =>
        {
            options.AppId = "app_1";
            options.KeyId = "key-1";
            options.Signer = SigningKey.FromPem(Vectors.MerchantKey);
            options.Environment = PayEnvironment.Sandbox();
            options.GatewayKeys = A.GatewayKeys;
            change?.Invoke(options);
        });
        add?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new Shop(app) { Log = log };
    }

    public async Task<string> PostAsync(
        byte[] form,
        string type = "application/x-www-form-urlencoded;charset=utf-8",
        string? encoding = null,
        CancellationToken cancellation = default)
    {
        using var content = new ByteArrayContent(form);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        using var answer = await Http.PostAsync(
            new Uri("/notify", UriKind.Relative), content, cancellation);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}";
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
