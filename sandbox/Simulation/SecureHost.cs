using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace PayFunctions.Sandbox.Simulation;

/// <summary>
/// A web server on the loopback address that speaks TLS and asks for a client certificate. Which
/// one may pass is said by whoever answers.
/// </summary>
internal sealed class SecureHost : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly X509Certificate2 certificate;

    private SecureHost(WebApplication web, X509Certificate2 certificate)
    {
        this.web = web;
        this.certificate = certificate;
    }

    /// <summary>The root, with its port.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>Its own certificate, without the key, in PEM: for whoever shall trust it.
    /// </summary>
    public string Certificate => certificate.ExportCertificatePem();

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="port">The loopback port; 0 takes a free one.</param>
    /// <param name="map">Adds its routes.</param>
    /// <param name="cancel">Gives up starting.</param>
    public static async Task<SecureHost> StartAsync(
        int port, Action<IEndpointRouteBuilder> map, CancellationToken cancel)
    {
        // Whoever checks it looks at his machine's clock, whatever this world's is.
        var own = CertificateFile.ForServer(TimeProvider.System.GetUtcNow());
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SecureHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = SimulatorHost.BodyMaximum;
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(
                new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = own,
                    ClientCertificateMode = ClientCertificateMode.AllowCertificate,
                    ClientCertificateValidation = static (_, _, _) => true,
                }));
        });
        var host = new SecureHost(builder.Build(), own);
        map(host.web);
        try
        {
            await host.web.StartAsync(cancel);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        certificate.Dispose();
    }
}
