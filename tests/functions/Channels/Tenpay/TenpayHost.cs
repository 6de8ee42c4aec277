using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Tests.Channels.Tenpay;

/// <summary>Tenpay on loopback: it answers as told, and keeps what it was asked.</summary>
internal sealed class TenpayHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TenpayHost(WebApplication app) => this.app = app;

    public List<Asked> All { get; } = [];

    public Dictionary<string, Func<HttpContext, Task>> Answers { get; } =
        new(StringComparer.Ordinal);

    public string Address => app.Urls.Single();

    /// <summary>Starts it; with a server certificate it is https and wants a client's.</summary>
    public static async Task<TenpayHost> StartAsync(X509Certificate2? server = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore();
        if (server is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, listen => Secure(listen, server)));
        var host = new TenpayHost(builder.Build());
        host.app.Run(host.TakeAsync);
        await host.app.StartAsync();
        return host;
    }

    /// <summary>What a path answers: <c>verifynotifyid</c>, <c>normalorderquery</c> …</summary>
    public void Says(string path, string body, Encoding? encoding = null)
        => Answers[path] = async http => await http.Response.Body.WriteAsync(
            (encoding ?? Encoding.UTF8).GetBytes(body));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Secure(ListenOptions listen, X509Certificate2? server)
    {
        if (server is not null)
        {
            listen.UseHttps(new HttpsConnectionAdapterOptions
            {
                ServerCertificate = server,
                ClientCertificateMode = ClientCertificateMode.AllowCertificate,
                ClientCertificateValidation = static (_, _, _) => true,
            });
        }
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.Latin1);
        var body = await reader.ReadToEndAsync();
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = http.Request.Path.Value!.Split('/')[^1].Split('.')[0];
        lock (All)
        {
            All.Add(new Asked(
                http.Request.Method, target, http.Request.ContentType ?? "", body,
                http.Connection.ClientCertificate?.Thumbprint));
        }

        if (Answers.TryGetValue(path, out var answer))
        {
            await answer(http);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

/// <summary>One request, as it came.</summary>
internal sealed record Asked(
    string Method, string Target, string ContentType, string Body, string? Certificate)
{
    public string Path => Target.Split('?')[0];

    /// <summary>What was said, in the query or in the body.</summary>
    public string Form => Method == "GET" ? Target.Split('?')[1] : Body;
}
