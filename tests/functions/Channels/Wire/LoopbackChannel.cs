using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PayFunctions.Tests.Channels.Alipay;

/// <summary>A gateway on loopback: it answers as told, and keeps what it was asked.</summary>
internal sealed class LoopbackGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackGateway(WebApplication app) => this.app = app;

    public List<(string Target, string ContentType, string Body)> Asked { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    public string Address => $"{app.Urls.Single()}/gateway.do";

    public static async Task<LoopbackGateway> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var gateway = new LoopbackGateway(builder.Build());
        gateway.app.Run(gateway.TakeAsync);
        await gateway.app.StartAsync();
        return gateway;
    }

    public void Says(string body, string contentType = "text/html;charset=utf-8")
        => Answer = context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        lock (Asked)
        {
            Asked.Add((
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
                context.Request.ContentType ?? "",
                body));
        }

        await Answer(context);
    }
}
