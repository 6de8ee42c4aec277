using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace PayFunctions.Tests.Channels.Wire;

/// <summary>A channel on loopback: it answers as told, and keeps what it was asked.</summary>
internal sealed class LoopbackChannel : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackChannel(WebApplication app) => this.app = app;

    /// <summary>What it was asked: target, content type and body as they came.</summary>
    public List<(string Target, string ContentType, string Body)> Asked { get; } = [];

    /// <summary>The method, the cookies and the client certificate of each request.</summary>
    public List<(string Method, string Cookie, string? Certificate)> Callers { get; } = [];

    /// <summary>The headers of each request.</summary>
    public List<IReadOnlyDictionary<string, string>> Headers { get; } = [];

    public Func<HttpContext, Task> Answer { get; set; } = static _ => Task.CompletedTask;

    /// <summary>Scheme, address and port.</summary>
    public required string Origin { get; init; }

    /// <summary>Starts it; with a certificate it speaks TLS and asks for one.</summary>
    public static async Task<LoopbackChannel> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (certificate is null)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
                kestrel => kestrel.Listen(
                    IPAddress.Loopback, 0, listen => Secure(listen, certificate)));
        }

        var built = builder.Build();
        LoopbackChannel? channel = null;
        built.Run(context => channel!.TakeAsync(context));
        await built.StartAsync();
        return channel = new LoopbackChannel(built) { Origin = built.Urls.Single() };
    }

    public void Says(string body, string contentType = "text/html;charset=utf-8")
        => Answer = context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(body);
        };

    /// <summary>Answers in turn; the last answer stays.</summary>
    public void SaysInTurn(params string[] bodies)
    {
        var next = 0;
        Answer = context => context.Response.WriteAsync(
            bodies[Math.Min(next++, bodies.Length - 1)]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Secure(ListenOptions listen, X509Certificate2 certificate)
        => listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ClientCertificateRequired = true,
                // A caller may be a stranger, or show nothing.
                RemoteCertificateValidationCallback = static (_, _, _, errors)
                    => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch),
                ServerCertificateContext = SslStreamCertificateContext.Create(
                    certificate, additionalCertificates: null, offline: true),
            }),
        });

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
            Callers.Add((
                context.Request.Method,
                context.Request.Headers.Cookie.ToString(),
                context.Connection.ClientCertificate?.Thumbprint));
            Headers.Add(context.Request.Headers.ToDictionary(
                static h => h.Key, static h => h.Value.ToString(),
                StringComparer.OrdinalIgnoreCase));
        }

        await Answer(context);
    }
}
