using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PayFunctions.Tests.Compat.Worker.Fixtures;

namespace PayFunctions.Tests.Compat.Worker;

/// <summary>An app of functions of this assembly, on a port of its own.</summary>
internal sealed class WorkerApp : IAsyncDisposable
{
    private readonly IHost host;

    private WorkerApp(IHost host)
    {
        this.host = host;
        var server = host.Services.GetRequiredService<IServer>();
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
        })
        {
            BaseAddress = new Uri(address),
        };
    }

    public HttpClient Client { get; }

    public Probe Probe => host.Services.GetRequiredService<Probe>();

    public LogLines Lines => host.Services.GetRequiredService<LogLines>();

    /// <summary>Builds and starts an app that runs the named functions and no other.</summary>
    public static async Task<WorkerApp> StartAsync(
        string[] functions,
        Dictionary<string, string?>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null)
    {
        var built = Build(functions, settings, configure);
        await built.StartAsync();
        return new WorkerApp(built);
    }

    public static IHost Build(
        string[] functions,
        Dictionary<string, string?>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(functions
            .Select((name, index) => KeyValuePair.Create<string, string?>(
                $"AzureFunctionsJobHost:functions:{index}", name))
            .Append(new("AzureFunctionsStandIn:Assembly", typeof(WorkerApp).Assembly.GetName().Name))
            .Append(new("urls", "http://127.0.0.1:0")));
        builder.Configuration.AddInMemoryCollection(settings);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddScoped<Visit>();
        builder.Services.AddSingleton<LogLines>();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(
            static services => services.GetRequiredService<LogLines>());
        configure?.Invoke(builder);
        return builder.Build();
    }

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync();
        host.Dispose();
    }
}
