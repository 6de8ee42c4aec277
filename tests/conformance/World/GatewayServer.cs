using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PayFunctions.Host;
using PayFunctions.Keys;
using PayFunctions.Movements;
using PayFunctions.Notifications;
using PayFunctions.Storage;
using PayFunctions.Tests.Docs;
using PayFunctions.Tests.Kit;
using PayFunctions.Tests.Platform;
using PayFunctions.Tests.Storage;

namespace PayFunctions.Tests.Conformance.World;

/// <summary>
/// The whole gateway as it registers itself, over stores in memory and a clock moved by hand,
/// answering HTTP on a free loopback port by its own functions and routes.
/// </summary>
internal sealed class GatewayServer : IAsyncDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private const int EnoughMessages = 500;

    private readonly WebApplication web;
    private readonly ServiceProvider services;

    private GatewayServer(
        WebApplication web, ManualTimeProvider clock,
        Action<IServiceCollection, IConfiguration> register)
    {
        this.web = web;
        Clock = clock;
        Address = new Uri(web.Urls.First() + "/");
        Movements = new MemoryMovementQueue(clock);
        Notices = new MemoryNoticeQueue(clock);
        services = Build(register);
    }

    /// <summary>Its root.</summary>
    public Uri Address { get; }

    /// <summary>The clock of everybody.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>The stored orders.</summary>
    public MemoryOrderStore Orders { get; } = new();

    /// <summary>The vault's secrets.</summary>
    public MemorySecrets Secrets { get; } = new();

    /// <summary>Announcements.</summary>
    public MemoryMovementQueue Movements { get; }

    /// <summary>Planned attempts.</summary>
    public MemoryNoticeQueue Notices { get; }

    /// <summary>What was logged.</summary>
    public LogBook Log { get; } = new();

    /// <summary>A service of the gateway.</summary>
    public T Get<T>()
        where T : notnull
        => services.GetRequiredService<T>();

    /// <summary>Starts it.</summary>
    public static async Task<GatewayServer> StartAsync(
        ManualTimeProvider clock, Action<IServiceCollection, IConfiguration> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        var app = builder.Build();
        GatewayServer? server = null;
        app.Run(http => server!.AnswerAsync(http));
        await app.StartAsync();
        return server = new GatewayServer(app, clock, register);
    }

    /// <summary>
    /// Lets time pass, handing out every message that comes due on the way; how many there were.
    /// </summary>
    public async Task<int> PassAsync(TimeSpan time)
    {
        var end = Clock.GetUtcNow() + time;
        var handled = 0;
        while (handled < EnoughMessages && NextAt() is { } next && next <= end)
        {
            Clock.CatchUpWith(next);
            await HandOutAsync();
            handled++;
        }

        Clock.CatchUpWith(end);
        return handled;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await services.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        http.RequestServices = services;
        var result = await HttpRoute.Find(http.Request).RunAsync(http);
        await result.ExecuteAsync(http);
    }

    private DateTimeOffset? NextAt()
        => new[] { Movements.Queue.NextVisibleAt, Notices.Queue.NextVisibleAt }.Min();

    private async Task HandOutAsync()
    {
        if (Movements.Queue.Receive(Lease) is { } movement)
        {
            await Get<MovementConsumer>().RunAsync(movement.Body, default);
            Movements.Queue.Delete(movement.MessageId, movement.PopReceipt);
        }
        else if (Notices.Queue.Receive(Lease) is { } notice)
        {
            await Get<NoticeConsumer>().RunAsync(notice.Body, default);
            Notices.Queue.Delete(notice.MessageId, notice.PopReceipt);
        }
    }

    private ServiceProvider Build(
        Action<IServiceCollection, IConfiguration> register)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Gateway:PublicUri"] = Address.AbsoluteUri,
                ["Keys:LocalFolder"] = Path.GetTempPath(),
                ["Net:AllowedNetworks:0"] = "127.0.0.0/8",
                ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            })
            .Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddGateway(configuration);
        register(collection, configuration);
        collection.RemoveAll<IKeySource>();
        collection.RemoveAll<ISecretSource>();
        collection.AddSingleton<IKeySource>(new MemoryKeys());
        collection.AddSingleton<ISecretSource>(Secrets);
        collection.AddSingleton<IOrderStore>(Orders);
        collection.AddSingleton<IJournalStore>(new MemoryJournalStore());
        collection.AddSingleton<IReconciliationStore>(new MemoryReconciliationStore());
        collection.AddSingleton<IReconcileQueue>(new MemoryReconcileQueue(Clock));
        collection.AddSingleton<ISheetStore>(new MemorySheetStore());
        collection.AddSingleton<IOrderListStore>(new MemoryOrderListStore());
        collection.AddSingleton<IMovementQueue>(Movements);
        collection.AddSingleton<INoticeQueue>(Notices);
        collection.AddSingleton<IApplicationStore>(new MemoryApplicationStore());
        collection.AddSingleton<IAccountStore>(new MemoryAccountStore());
        collection.AddSingleton<IRefundNumberStore>(new MemoryRefundNumberStore());
        return collection.BuildServiceProvider();
    }
}
