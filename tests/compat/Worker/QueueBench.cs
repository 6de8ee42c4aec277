using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using PayFunctions.Tests.Compat.Worker.Fixtures;
using PayFunctions.Tests.Kit;

namespace PayFunctions.Tests.Compat.Worker;

/// <summary>A queue of its own in Azurite, and apps that read it.</summary>
internal sealed class QueueBench
{
    private readonly string connection;
    private readonly string name;

    private QueueBench(string connection, string name)
    {
        this.connection = connection;
        this.name = name;
        Queue = Client(name, QueueMessageEncoding.Base64);
        Raw = Client(name, QueueMessageEncoding.None);
        Poison = Client($"{name}-poison", QueueMessageEncoding.None);
    }

    public QueueClient Queue { get; }

    /// <summary>The same queue, its texts as they are stored.</summary>
    public QueueClient Raw { get; }

    public QueueClient Poison { get; }

    public StorageWire Wire { get; } = new();

    public static async Task<QueueBench> MakeAsync(AzuriteFixture azurite, bool exists = true)
    {
        var bench = new QueueBench(
            await azurite.ConnectionStringAsync(), azurite.FreshName("pump"));
        if (exists)
        {
            await bench.Queue.CreateAsync();
        }

        return bench;
    }

    public Task<WorkerApp> StartAsync(
        string function,
        Dictionary<string, string?>? settings = null,
        Func<CancellationToken, Task>? work = null,
        TimeProvider? clock = null,
        Action<QueueClientOptions>? adjust = null)
        => WorkerApp.StartAsync(
            [function],
            new(settings ?? [], StringComparer.Ordinal)
            {
                ["Queue"] = name,
                ["AzureWebJobsStorage"] = connection,
                ["AzureWebJobsElsewhere"] = connection,
                ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.1",
            },
            builder =>
            {
                builder.Services.AddSingleton<Action<QueueClientOptions>>(Wire.Join);
                builder.Services.AddSingleton(adjust ?? (static _ => { }));
                builder.Services.AddSingleton(clock ?? TimeProvider.System);
                if (work is not null)
                {
                    builder.Services.AddSingleton(new Probe { Work = work });
                }
            });

    public static Dictionary<string, string?> Queues(params (string Key, string Value)[] settings)
        => settings.ToDictionary(
            static setting => $"AzureFunctionsJobHost:extensions:queues:{setting.Key}",
            static setting => (string?)setting.Value,
            StringComparer.Ordinal);

    private QueueClient Client(string queue, QueueMessageEncoding encoding)
        => new(connection, queue, new QueueClientOptions { MessageEncoding = encoding });
}
