using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PayFunctions.Tests.Kit.Vault;

/// <summary>Kestrel on a free port of 127.0.0.1, without settings or logs.</summary>
internal static class VaultServer
{
    // Stalled callers are not waited for.
    private static readonly TimeSpan StopTimeMax = TimeSpan.FromSeconds(1);

    /// <summary>A server that is not started yet.</summary>
    /// <param name="certificate">Null for plain http.</param>
    public static WebApplication Build(X509Certificate2? certificate)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopTimeMax);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
            options.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            }));
        return builder.Build();
    }
}
