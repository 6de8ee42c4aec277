using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PayFunctions.Tests.Simulation.World;

/// <summary>One server for the merchants of every world; the path says whose post it is.</summary>
public sealed class MerchantServer : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Merchant> merchants =
        new(StringComparer.Ordinal);

    private WebApplication? app;
    private Uri? address;
    private int worlds;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(
            static kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        address = new Uri(app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>Gives a merchant an address of its own.</summary>
    internal Uri Admit(Merchant merchant)
    {
        var path = $"/m{Interlocked.Increment(ref worlds)}";
        merchants[path] = merchant;
        return new Uri(address!, path);
    }

    private Task AnswerAsync(HttpContext context)
        => merchants[context.Request.Path.Value!].AnswerAsync(context);
}
