namespace PayFunctions.Sandbox.Simulation;

/// <summary>A simulator's web server on the loopback address, and what ends with it.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    /// <summary>The longest request body, in bytes.</summary>
    public const int BodyMaximum = 256 * 1024;

    private readonly WebApplication web;
    private readonly Background background;
    private readonly IDisposable[] owned;

    private SimulatorHost(WebApplication web, Background background, IDisposable[] owned)
    {
        this.web = web;
        this.background = background;
        this.owned = owned;
    }

    /// <summary>The root, with its port.</summary>
    public Uri Address => Addresses[0];

    /// <summary>The same for each of its ports.</summary>
    public IReadOnlyList<Uri> Addresses => [.. web.Urls.Select(static u => new Uri(u))];

    /// <summary>A web application that is not started yet.</summary>
    /// <param name="ports">The loopback ports; 0 takes a free one.</param>
    public static WebApplication Build(params int[] ports)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SimulatorHost).Assembly.GetName().Name,
            EnvironmentName = Environments.Production,
        });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = BodyMaximum;
            kestrel.AddServerHeader = false;
            foreach (var port in ports)
            {
                kestrel.Listen(System.Net.IPAddress.Loopback, port);
            }
        });
        return builder.Build();
    }

    /// <summary>Starts it; it answers when this returns.</summary>
    /// <param name="web">With its routes.</param>
    /// <param name="background">Ended first.</param>
    /// <param name="cancel">Gives up starting.</param>
    /// <param name="owned">Disposed of last: keys, clients.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorHost> StartAsync(
        WebApplication web,
        Background background,
        CancellationToken cancel,
        params IDisposable[] owned)
    {
        var host = new SimulatorHost(web, background, owned);
        try
        {
            await web.StartAsync(cancel);
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
        await background.DisposeAsync();
        await web.DisposeAsync();
        foreach (var part in owned)
        {
            part.Dispose();
        }
    }
}
