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
    private readonly TaskCompletionSource stopping;

    private WorkerApp(IHost host, TaskCompletionSource stopping)
    {
        this.host = host;
        this.stopping = stopping;
        var server = host.Services.GetRequiredService<IServer>();
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            // A busy machine may answer late whether a large body is wanted.
            Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
        })
        {
            BaseAddress = new Uri(address),
        };
    }

    public HttpClient Client { get; }

    /// <summary>Completes once the app has heard that it is to stop.</summary>
    public Task Stopping => stopping.Task;

    public Probe Probe => host.Services.GetRequiredService<Probe>();

    public LogLines Lines => host.Services.GetRequiredService<LogLines>();

    /// <summary>Builds and starts an app that runs the named functions and no other.</summary>
    public static async Task<WorkerApp> StartAsync(
        string[] functions,
        Dictionary<string, string?>? settings = null,
        Action<FunctionsApplicationBuilder>? configure = null)
    {
        var built = Build(functions, settings, configure);
        var heard = new TaskCompletionSource(
            TaskCreationOptions.RunContinuationsAsynchronously);
        // Callbacks run last in, first out: this one tells when the app's own have run.
        built.Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopping.Register(heard.SetResult);
        await built.StartAsync();
        return new WorkerApp(built, heard);
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
            .Append(new(
                "AzureFunctionsStandIn:Assembly", typeof(WorkerApp).Assembly.GetName().Name))
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
