using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Tests.Net;

/// <summary>A merchant's server on this machine that answers as told and counts its requests.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private int hits;

    private LoopbackServer(
        RequestDelegate answer, IPAddress address, int port, X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        if (certificate is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            address, port, listen => Secure(listen, certificate)));
        app = builder.Build();
        app.Run(context =>
        {
            Interlocked.Increment(ref hits);
            return answer(context);
        });
    }

    /// <summary>Requests that came.</summary>
    public int Hits => Volatile.Read(ref hits);

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    /// <summary>Starts it; a free port unless one is named, plain HTTP without a certificate.
    /// </summary>
    public static async Task<LoopbackServer> StartAsync(
        RequestDelegate answer,
        string address = "127.0.0.1",
        int port = 0,
        X509Certificate2? certificate = null)
    {
        var server = new LoopbackServer(answer, IPAddress.Parse(address), port, certificate);
        await server.app.StartAsync();
        server.Port = new Uri(server.app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        return server;
    }

    /// <summary>A URL on it, by its address or by a name.</summary>
    public Uri Url(string host = "127.0.0.1", string scheme = "http")
        => new($"{scheme}://{host}:{Port}/notify?shop=1");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Only the leaf is sent, and nothing is fetched to complete its chain.
    private static void Secure(ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null)
        {
            listen.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = SslStreamCertificateContext.Create(
                        certificate, additionalCertificates: null, offline: true),
                }),
            });
        }
    }
}
